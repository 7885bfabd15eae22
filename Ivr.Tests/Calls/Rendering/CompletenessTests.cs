using Ivr.StateMachine;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>The enumeration of calls that the other tests here use is complete.</summary>
public class CompletenessTests
{
    private const int Calls = 2000;

    public static TheoryData<string> Lines => [.. TestLines.Configured.All.Select(line => line.Name)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_call_comes_to_a_place_that_is_not_enumerated(string name)
    {
        var line = TestLines.Named(name);
        var enumerated = SpeakingCalls.On(line).Select(PlaceOf).ToHashSet();

        var visited = Enumerable.Range(0, Calls).SelectMany(seed => RandomCaller.Walk(line, seed))
            .Where(call => call.State.Speaks()).Select(PlaceOf).ToHashSet();

        Assert.Empty(visited.Except(enumerated));
        Assert.True(visited.Count > enumerated.Count / 2, $"{visited.Count} of {enumerated.Count} places were visited.");
    }

    [Fact]
    public void Everything_is_enumerated_in_every_language()
    {
        var calls = SpeakingCalls.On(TestLines.Flanders).ToList();
        var states = Enum.GetValues<CallState>().Where(state => state != CallState.OnTheLine && state.Speaks());

        Assert.Equal(
            from state in states from language in Enum.GetValues<Language>() select (state, language),
            calls.Select(call => (call.State, call.Language)).Distinct().Order());
        Assert.Equal(Enum.GetValues<Notice>(), calls.Select(call => call.Notice).Distinct().Order());
    }

    /// <summary>Everything that selects the words, without the values that are filled in.</summary>
    private static Place PlaceOf(Call call) => Kind(call) with
    {
        IsPractice = call is { IsPractice: true, State: CallState.Summary } or { IsPractice: true, State: CallState.UserNumber, Notice: Notice.Help },
        IsLockedOut = call.IsLockedOut,
        IsLast = call.State == CallState.LeftInJournal && call.IsLastEntry,
    };

    private static Place Kind(Call call) => call.State switch
    {
        CallState.Ended => new(call.State, 0, Notice.None, 0, call.InDoubt, call.Reference is not null, call.EndedBy, call.Reference is ['9', ..]),
        CallState.Login => new(call.State, call.Tries, call.Notice, call.WrongLogins, call.LanguagePicked, false, null, false),
        CallState.Password => Question(call, call is { Notice: Notice.Busy, TimesTurnedAway: > 1 }) with { Also = call.IsRemembered },
        CallState.UserNumber when call.IsOffering => Question(call, call.Offer!.Hours is not null) with { Offered = call.Offer.Reason },
        CallState.Summary => Question(call, call.Draft.MayBeDuplicate),
        CallState.OwnEntries => Question(call, call.Entries!.First > 0),
        CallState.Recorded => Question(call, call.RememberOffered) with { Also = call.InDoubt, IsCorrected = call.IsCorrectedByCompany, HasShortNumber = call is { NewShortNumber: not null, Notice: Notice.None } },
        CallState.LeftInJournal => Question(call, call.HelpDeskOpen),
        _ => Question(call, false),
    };

    private static Place Question(Call call, bool more) => new(
        call.State, call.Tries, call.Notice, 0, false, more, null, call is { IsEmergency: true, State: not (CallState.Password or CallState.OwnEntries or CallState.Undo or CallState.Undone) });

    private sealed record Place(
        CallState State, int Tries, Notice Notice, int WrongLogins, bool Also, bool More, CallTrigger? EndedBy, bool IsEmergency)
    {
        public bool IsPractice { get; init; }

        public bool IsLockedOut { get; init; }

        public bool IsLast { get; init; }

        public bool IsCorrected { get; init; }

        public bool HasShortNumber { get; init; }

        public OfferReason? Offered { get; init; }
    }
}
