using Ivr.Server.Voice.State;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace;

/// <summary>What one webhook tells of its call. Everything in it is so merged that neither its order nor a repeat matters.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="StartedAt">When it began, as far as this webhook knows; of all of them the earliest stands.</param>
/// <param name="At">When the webhook was answered.</param>
internal sealed record CallEvent(string CallSid, DateTime StartedAt, DateTime At)
{
    /// <summary>The line's name; null when the number is on none.</summary>
    public string? Line { get; init; }

    /// <summary>The number dialled, E.164; null when it is none.</summary>
    public string? Dialled { get; init; }

    /// <summary>As much of the caller's number as may be kept.</summary>
    public string? Caller { get; init; }

    /// <summary>Set when the call is over.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>How long it was, as Twilio says when it is over.</summary>
    public int? Seconds { get; init; }

    /// <summary>Whether the caller heard an apology that ended the call.</summary>
    public bool Failed { get; init; }

    /// <summary>What the outcome is, one of <see cref="CallOutcome"/>, if the call ends here with nothing recorded or left.</summary>
    public string Ending { get; init; } = CallOutcome.GivenUp;

    /// <summary>The call as the webhook left it; null when that is not known, as when it is over.</summary>
    public Call? Call { get; init; }

    /// <summary>How many webhooks the call had by then; what the latest says of the call stands. 0 for one that says nothing of it.</summary>
    public int Webhooks { get; init; }

    /// <summary>The question that was put last.</summary>
    public CallState? Step { get; init; }

    /// <summary>The login keyed last, or tried with this webhook.</summary>
    public string? Login { get; init; }

    /// <summary>What was counted in the call.</summary>
    public CallTally Tally { get; init; } = new();

    /// <summary>
    /// Whether the row is the same with this event alone as with both: mostly so of two webhooks of a call, as the counts travel with
    /// it. What <see cref="CallTable"/> does with each column is the reason for each line.
    /// </summary>
    public bool Covers(CallEvent earlier) =>
        IsOf(earlier)
        && earlier.Webhooks < Webhooks
        && earlier.StartedAt >= StartedAt
        && earlier.At <= At
        && (earlier.EndedAt is null || earlier.EndedAt <= EndedAt)
        && (earlier.Seconds is null || earlier.Seconds <= Seconds)
        && (!earlier.Failed || Failed)
        && (earlier.Call?.Failures ?? 0) <= (Call?.Failures ?? 0)
        && earlier.Tally.Recorded <= Tally.Recorded
        && earlier.Tally.Left <= Tally.Left
        && (earlier.Login is null || earlier.Login == Login)
        && (earlier.Call?.WorkerId is not { } worker || worker == Call?.WorkerId);

    /// <summary>One event of which the row is the same as of this one and a later one.</summary>
    /// <returns>Null when both are needed.</returns>
    public CallEvent? With(CallEvent next) => next switch
    {
        _ when next.Covers(this) => next,
        // The end, which says nothing of what was asked and answered.
        { Webhooks: 0, Call: null, Login: null } when Webhooks > 0 && IsOf(next) => this with
        {
            StartedAt = next.StartedAt < StartedAt ? next.StartedAt : StartedAt,
            At = next.At > At ? next.At : At,
            EndedAt = next.EndedAt > EndedAt ? next.EndedAt : EndedAt ?? next.EndedAt,
            Seconds = next.Seconds > Seconds ? next.Seconds : Seconds ?? next.Seconds,
            Failed = Failed || next.Failed,
        },
        _ => null,
    };

    /// <summary>Says which call: an event that finds its way into a log must not bring its login along.</summary>
    public override string ToString() => $"{nameof(CallEvent)} of {CallSid}";

    // Whether what is the same for all of a call is known here, too.
    private bool IsOf(CallEvent other) =>
        other.CallSid == CallSid
        && (other.Line is null || other.Line == Line)
        && (other.Dialled is null || other.Dialled == Dialled)
        && (other.Caller is null || other.Caller == Caller);
}
