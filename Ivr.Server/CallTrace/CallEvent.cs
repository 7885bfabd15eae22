using Ivr.Server.Voice.State;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace;

/// <summary>
/// What one webhook reports about its call. The merge of events into a row does not depend on their order, and repeats have no effect.
/// <c>StartedAt</c> is the start of the call as this webhook knows it; the earliest value of all events wins. <c>At</c> is when the webhook
/// was answered.
/// </summary>
internal sealed record CallEvent(string CallSid, DateTime StartedAt, DateTime At)
{
    /// <summary>Name of the line; null when the number is on no line.</summary>
    public string? Line { get; init; }

    /// <summary>The dialled number, E.164; null when it is not such a number.</summary>
    public string? Dialled { get; init; }

    /// <summary>The part of the caller's number that may be stored.</summary>
    public string? Caller { get; init; }

    /// <summary>Set when the call is over.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Duration of the call in seconds, as Twilio reports it at the end.</summary>
    public int? Seconds { get; init; }

    /// <summary>True when the caller heard an apology that ended the call.</summary>
    public bool Failed { get; init; }

    /// <summary>The outcome (see <see cref="CallOutcome"/>) if the call ends here with nothing recorded or left.</summary>
    public string Ending { get; init; } = CallOutcome.GivenUp;

    /// <summary>The call after the webhook; null when it is not known, for example after the end of the call.</summary>
    public Call? Call { get; init; }

    /// <summary>
    /// Number of webhooks of the call so far. The values of the latest webhook win. 0 for an event that knows nothing about the call's
    /// state.
    /// </summary>
    public int Webhooks { get; init; }

    /// <summary>The question that was asked last.</summary>
    public CallState? Step { get; init; }

    /// <summary>The login keyed last, or tried with this webhook.</summary>
    public string? Login { get; init; }

    /// <summary>The counts of the call so far.</summary>
    public CallTally Tally { get; init; } = new();

    /// <summary>
    /// True when this event alone gives the same row as both events. That is usual for two webhooks of one call, because the counts travel
    /// with the call. Each condition follows from how <see cref="CallTable"/> merges a column.
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

    /// <summary>Returns one event that gives the same row as this event and a later one; null when both are needed.</summary>
    public CallEvent? With(CallEvent next) => next switch
    {
        _ when next.Covers(this) => next,
        // The end of a call, which contains nothing about questions and answers.
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

    /// <summary>Names the call only: a logged event must not contain the login.</summary>
    public override string ToString() => $"{nameof(CallEvent)} of {CallSid}";

    // True when this event also knows the values that are the same in all events of a call.
    private bool IsOf(CallEvent other) =>
        other.CallSid == CallSid
        && (other.Line is null || other.Line == Line)
        && (other.Dialled is null || other.Dialled == Dialled)
        && (other.Caller is null || other.Caller == Caller);
}
