using Ivr.StateMachine;

namespace Ivr.Server.Voice.State;

/// <summary>
/// Counters of a call so far. They are part of the sealed state, so the last webhook that arrives has the complete counts, and a repeated
/// webhook counts once.
/// </summary>
internal sealed record CallTally
{
    /// <summary>Keys pressed, without the keys that end an entry.</summary>
    public int Keys { get; init; }

    public int Recorded { get; init; }

    /// <summary>Entries left in an emergency.</summary>
    public int Left { get; init; }

    /// <summary>How often the call arrived at each question.</summary>
    public IReadOnlyDictionary<CallState, int> Asked { get; init; } = new Dictionary<CallState, int>();

    /// <summary>How often each question was repeated because the caller gave no answer or no valid one.</summary>
    public IReadOnlyDictionary<CallState, int> AskedAgain { get; init; } = new Dictionary<CallState, int>();

    /// <summary>Returns the tally after a webhook.</summary>
    /// <param name="keys">The number of keys in the webhook.</param>
    /// <param name="before">The call before the webhook; null for the first webhook.</param>
    /// <param name="after">The call after the webhook.</param>
    public CallTally After(int keys, Call? before, Call after)
    {
        var next = this with
        {
            Keys = Keys + keys,
            Recorded = Recorded + Arrived(CallState.Recorded),
            Left = Left + Arrived(CallState.LeftInJournal),
        };
        return (after.State, after.Notice) switch
        {
            (CallState.Ended, _) => next,
            // A doubled key has the same question put again, with the same notice.
            _ when before is not null && (before.State, before.Tries, before.WrongLogins) == (after.State, after.Tries, after.WrongLogins) => next,
            (_, Notice.NoInput or Notice.NoMatch or Notice.LoginRefused or Notice.DigitMayBeWrong or Notice.UserNumberNotKnown
                or Notice.LoginKeyedAsUserNumber or Notice.ClientInactive) => next with { AskedAgain = OneMore(AskedAgain, after.State) },
            _ when before?.State == after.State => next,
            _ => next with { Asked = OneMore(Asked, after.State) },
        };

        // A caller who decides not to cancel comes back to "recorded" with the same entry.
        int Arrived(CallState state) => after.State == state && before?.State == CallState.Summary ? 1 : 0;
    }

    private static Dictionary<CallState, int> OneMore(IReadOnlyDictionary<CallState, int> counts, CallState state) =>
        new(counts) { [state] = counts.GetValueOrDefault(state) + 1 };
}
