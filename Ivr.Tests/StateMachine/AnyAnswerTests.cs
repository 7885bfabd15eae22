using System.Collections.Immutable;
using Ivr.Server.Voice.State;
using Ivr.StateMachine;
using Microsoft.AspNetCore.DataProtection;

namespace Ivr.Tests.StateMachine;

/// <summary>Properties of every call, for any keys and any results from the database.</summary>
public class AnyAnswerTests
{
    private const int CallsPerLine = 400;
    private const string CallSid = "CA00000000000000000000000000000001";

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_same_input_makes_the_same_call_sealed_on_its_way_or_not(string line)
    {
        var seal = new CallSeal(new EphemeralDataProtectionProvider(), TimeProvider.System);
        for (var seed = 0; seed < CallsPerLine / 4; seed++)
        {
            var direct = RandomCaller.Walk(TestLines.Named(line), seed);
            var again = RandomCaller.Walk(TestLines.Named(line), seed);
            var travelling = RandomCaller.Walk(
                TestLines.Named(line), seed, call => call.State.Speaks() ? seal.Open(seal.Seal(call, new(), CallSid), CallSid)!.Call : call);

            Assert.Equal(direct, again);
            Assert.Equal(direct, travelling);
            Assert.Equal(direct.Select(call => call.GetHashCode()), travelling.Select(call => call.GetHashCode()));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_call_ends_and_says_why(string line) => Assert.All(AllWalks(line), walk =>
    {
        Assert.Equal(CallState.Ended, walk[^1].State);
        Assert.NotNull(walk[^1].EndedBy);
        Assert.InRange(walk[^1].Webhooks, 2, 61);
        Assert.All(walk[..^1], call => Assert.Null(call.EndedBy));
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_question_is_put_a_fourth_time(string line) => Assert.All(AllSteps(line), call =>
    {
        Assert.InRange(call.Tries, 0, call.State == CallState.Ended ? 3 : 2);
        Assert.InRange(call.WrongLogins, 0, 2);
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_a_state_needs_is_there(string line) => Assert.All(AllSteps(line), call =>
    {
        if (call.State is CallState.Password or CallState.CheckingLogin)
            Assert.NotNull(call.Login);
        if (call.State is > CallState.CheckingLogin and < CallState.Ended && !call.IsEmergency)
            Assert.NotNull(call.WorkerId);
        if (call.State == CallState.LookingUpClient)
            Assert.Matches("^([0-9]{12}|[1-9][0-9])$", call.KeyedUserNumber ?? $"{call.KeyedShortNumber}");
        if (call.State is CallState.Summary or CallState.Storing or CallState.Recorded or CallState.RememberingPhone or CallState.Journaling or CallState.LeftInJournal)
            Assert.True(call.Draft is { UserNumber: not null, Activity: >= 1 and <= 4, Hours: >= 1 and <= 9 });
        if (call.State is CallState.Summary or CallState.Storing or CallState.Recorded)
            Assert.True(call.Draft.ClientId is not null || call.IsEmergency || call.IsPractice);
        Assert.True(call.State != CallState.OwnEntries || call.Entries is { Page.Count: >= 1 and <= EntryList.MaxAtOnce });
        Assert.True(call.Entries is null || call.State is CallState.OwnEntries or CallState.ListingEntries or CallState.Ended);
        Assert.Equal(
            call.State is CallState.Recorded or CallState.Undo or CallState.Undoing or CallState.Undone or CallState.RememberingPhone or CallState.LeftInJournal,
            call.Reference is not null && call.State != CallState.Ended);
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void Once_in_an_emergency_a_call_never_counts_on_the_database_again(string line) => Assert.All(AllWalks(line), walk =>
    {
        var began = walk.IndexOf(walk.FirstOrDefault(call => call.IsEmergency)!);
        if (began < 0)
            return;
        Assert.All(walk[began..], call => Assert.True(call.IsEmergency));
        Assert.All(walk[(began + 1)..], call => Assert.False(call.State is CallState.Storing or CallState.Recorded && walk[began].State < CallState.Storing));
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void In_practice_a_call_records_and_keeps_nothing_and_only_8_ends_it(string line) => Assert.All(AllWalks(line), walk =>
    {
        foreach (var (before, after) in walk.Zip(walk.Skip(1)).Where(step => step.First.IsPractice && !step.Second.IsPractice))
        {
            Assert.Equal((CallState.UserNumber, CallState.UserNumber, Notice.PracticeOver), (before.State, after.State, after.Notice));
            Assert.Equal(new Draft(), after.Draft);
        }

        Assert.DoesNotContain(
            walk.Where(call => call.IsPractice),
            call => call.State is CallState.Storing or CallState.Recorded or CallState.Journaling or CallState.LeftInJournal or CallState.Undoing || call.IsEmergency);
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_password_is_in_no_step(string line) =>
        Assert.All(AllSteps(line), call => Assert.DoesNotContain(RandomCaller.Password, call.ToString(), StringComparison.Ordinal));

    [Fact]
    public void These_walks_come_to_every_state_and_every_ending()
    {
        var steps = TestLines.Configured.All.SelectMany(line => AllSteps(line.Name)).ToList();

        Assert.Equal(Enum.GetValues<CallState>().Except([CallState.OnTheLine]), steps.Select(call => call.State).Distinct().Order());
        Assert.Equal(
            [
                CallTrigger.NoInput, CallTrigger.TooManyTries, CallTrigger.WorkerInactive, CallTrigger.LookUpsUsedUp,
                CallTrigger.HelpDeskAsked, CallTrigger.Failed, CallTrigger.TimeUp,
            ],
            steps.Select(call => call.EndedBy).OfType<CallTrigger>().Distinct().Order());
        Assert.Equal(Enum.GetValues<Notice>(), steps.Select(call => call.Notice).Distinct().Order());
    }

    private static IEnumerable<Call> AllSteps(string line) => AllWalks(line).SelectMany(walk => walk);

    private static IEnumerable<ImmutableArray<Call>> AllWalks(string line) =>
        Enumerable.Range(0, CallsPerLine).Select(seed => RandomCaller.Walk(TestLines.Named(line), seed));
}
