using Ivr.StateMachine;
using Ivr.StateMachine.Answers;

namespace Ivr.Tests.StateMachine;

/// <summary>The short keys that a phone is told of are those that do something.</summary>
public sealed class ShortKeyTests
{
    private static readonly Call Menu = At.State(TestLines.Flanders, CallState.UserNumber);
    private static readonly Call Offering = Menu with { Offer = new(At.UserNumber, OfferReason.SameClient) };

    public static TheoryData<string> Kinds => [.. Calls.Keys];

    private static IReadOnlyDictionary<string, Call> Calls { get; } = new Dictionary<string, Call>(StringComparer.Ordinal)
    {
        ["plain"] = Menu,
        ["offering"] = Offering,
        ["practice"] = Offering.Keys("8"),
        ["emergency"] = Offering with { IsEmergency = true },
        ["rest awaited"] = Offering.Keys("10000000000*"),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_possible_if_it_is_understood(string kind)
    {
        var call = Calls[kind];
        var possible = ShortKey.Possible(call).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        foreach (var key in Enumerable.Range(0, 10))
            Assert.Equal(call.Keys($"{key}").Notice != Notice.NoMatch, possible.Contains($"{key}#"));
        Assert.Equal(call.Keys("14").Notice != Notice.NoMatch, possible.Contains("nn#"));
    }
}
