using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>The database cannot answer: the call continues, and the caller's entry is kept but not recorded.</summary>
public class EmergencyTests
{
    private static readonly Call AtMenu = At.State(TestLines.Flanders, CallState.CheckingLogin).IsOnItsOwn();

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_login_that_cannot_be_checked_is_taken_as_keyed(string line)
    {
        var checking = At.State(TestLines.Named(line), CallState.CheckingLogin);

        Assert.Equal(
            checking with { State = CallState.UserNumber, IsEmergency = true, Notice = Notice.Emergency },
            checking.IsOnItsOwn());
    }

    [Fact]
    public void A_user_number_is_taken_when_its_check_digits_are_right()
    {
        var call = AtMenu.Keys(At.UserNumber).IsOnItsOwn();

        Assert.Equal((CallState.Activity, At.UserNumber, null, Notice.None), (call.State, call.Draft.UserNumber, call.Draft.ClientId, call.Notice));
    }

    [Theory]
    [InlineData("100000001035", Notice.DigitMayBeWrong)]
    [InlineData(At.WorkerLogin, Notice.LoginKeyedAsUserNumber)]
    public void A_user_number_with_wrong_check_digits_and_the_caller_s_own_login_are_asked_again_three_times(string keyed, Notice notice)
    {
        var call = AtMenu.Keys(keyed).IsOnItsOwn();
        Assert.Equal((CallState.UserNumber, 1, notice), (call.State, call.Tries, call.Notice));

        call = call.Keys(keyed).IsOnItsOwn().Keys(keyed).IsOnItsOwn();
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (call.State, call.EndedBy));
    }

    [Fact]
    public void What_is_known_already_stays_known()
    {
        var correcting = At.State(TestLines.Flanders, CallState.Summary).Keys("2").Keys("1");
        var call = correcting.Keys(At.UserNumber).IsOnItsOwn();
        Assert.Equal(
            (CallState.Summary, Notice.Emergency, At.WorkerId, At.ClientId), (call.State, call.Notice, call.WorkerId, call.Draft.ClientId));

        call = correcting.Keys("100000000236").IsOnItsOwn();
        Assert.Equal((CallState.Summary, At.WorkerId, (long?)null), (call.State, call.WorkerId, call.Draft.ClientId));
    }

    [Fact]
    public void Key_1_at_the_summary_leaves_the_entry_and_key_2_corrects_it()
    {
        var summary = AtMenu.Keys(At.UserNumber).IsOnItsOwn().Keys("1").Keys("3");
        Assert.Equal((CallState.Summary, CallState.MainMenu), (summary.State, summary.Keys("2").State));

        var left = summary.Keys("1").Takes(new JournalResult.Kept(At.EmergencyReference));
        Assert.Equal((CallState.LeftInJournal, At.EmergencyReference, false), (left.State, left.Reference, left.InDoubt));
    }

    [Fact]
    public void What_was_confirmed_before_the_database_failed_needs_no_second_key()
    {
        var storing = At.State(TestLines.Flanders, CallState.Storing);

        Assert.Equal(storing with { State = CallState.Journaling, IsEmergency = true }, storing.IsOnItsOwn());
        Assert.True(storing.Takes(new StoreResult.Unknown()).Takes(new JournalResult.Kept(At.EmergencyReference)).InDoubt);
    }

    [Fact]
    public void What_cannot_be_kept_ends_the_call()
    {
        var call = At.State(TestLines.Flanders, CallState.Journaling).Takes(new JournalResult.Refused());

        Assert.Equal((CallState.Ended, CallTrigger.Failed, null, false), (call.State, call.EndedBy, call.Reference, call.InDoubt));
    }

    [Fact]
    public void What_may_have_been_kept_ends_the_call_in_doubt()
    {
        var call = At.State(TestLines.Flanders, CallState.Journaling).Takes(new JournalResult.Unknown());

        Assert.Equal((CallState.Ended, CallTrigger.Failed, null, true), (call.State, call.EndedBy, call.Reference, call.InDoubt));
    }

    [Fact]
    public void Another_entry_begins_without_the_doubt_of_the_last_and_is_an_emergency_too()
    {
        var call = (At.State(TestLines.Flanders, CallState.LeftInJournal) with { InDoubt = true }).Keys("1");

        Assert.Equal((CallState.UserNumber, 2, true, false, null), (call.State, call.EntryNumber, call.IsEmergency, call.InDoubt, call.Reference));
    }

    [Theory]
    [InlineData(CallState.UserNumber)]
    [InlineData(CallState.LeftInJournal)]
    public void Key_6_asks_for_the_help_desk_where_it_was_offered(CallState state)
    {
        var call = At.State(TestLines.Flanders, state) with { IsEmergency = true };

        Assert.Equal(CallTrigger.HelpDeskAsked, (call with { HelpDeskOpen = true }).Keys("6").EndedBy);
        Assert.NotEqual(CallTrigger.HelpDeskAsked, call.Keys("6").EndedBy);
    }

    [Theory]
    [MemberData(nameof(FlowSteps.QuestionsOnLines), MemberType = typeof(FlowSteps))]
    public void A_second_webhook_that_fails_makes_it_an_emergency(string line, CallState question)
    {
        var once = At.State(TestLines.Named(line), question).Resumes();
        Assert.False(once.IsEmergency);

        var twice = once.Resumes();
        Assert.Equal((question, true), (twice.State, twice.IsEmergency));
        Assert.Equal(question > CallState.Password ? Notice.Emergency : Notice.Apology, twice.Notice);
        Assert.Equal(Notice.Apology, twice.Resumes().Notice);
    }
}
