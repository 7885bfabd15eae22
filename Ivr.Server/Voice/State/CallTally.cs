using Ivr.StateMachine;

namespace Ivr.Server.Voice.State;

/// <summary>
/// What was counted in a call so far. It travels with the call, so whatever webhook is heard of last brings the whole count along, and
/// one that is heard of twice counts once.
/// </summary>
internal sealed record CallTally
{
    /// <summary>Keys pressed, without those that end an entry.</summary>
    public int Keys { get; init; }

    /// <summary>Entries recorded.</summary>
    public int Recorded { get; init; }

    /// <summary>Entries left in an emergency.</summary>
    public int Left { get; init; }

    /// <summary>How often each question was come to.</summary>
    public IReadOnlyDictionary<CallState, int> Asked { get; init; } = new Dictionary<CallState, int>();

    /// <summary>How often each question was put again because no answer came, or none that fits.</summary>
    public IReadOnlyDictionary<CallState, int> AskedAgain { get; init; } = new Dictionary<CallState, int>();

    /// <summary>The count after a webhook.</summary>
    /// <param name="keys">How many keys it brought.</param>
    /// <param name="before">The call as it found it; null when it is the first.</param>
    /// <param name="after">The call as it left it.</param>
    public CallTally After(int keys, Call? before, Call after)
    {
        var next = this with
        {
            Keys = Keys + keys,
            Recorded = Recorded + Arrived(CallState.Recorded),
            Left = Left + Arrived(CallState.Noted),
        };
        return (after.State, after.Notice) switch
        {
            (CallState.Ended, _) => next,
            (_, Notice.NoInput or Notice.NoMatch or Notice.LoginRefused or Notice.DigitMayBeWrong or Notice.UserNumberNotKnown
                or Notice.LoginKeyedAsUserNumber or Notice.ClientInactive) => next with { AskedAgain = OneMore(AskedAgain, after.State) },
            _ when before?.State == after.State => next,
            _ => next with { Asked = OneMore(Asked, after.State) },
        };

        int Arrived(CallState state) => after.State == state && before?.State != state ? 1 : 0;
    }

    private static Dictionary<CallState, int> OneMore(IReadOnlyDictionary<CallState, int> counts, CallState state) =>
        new(counts) { [state] = counts.GetValueOrDefault(state) + 1 };
}
