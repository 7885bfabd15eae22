namespace Ivr.Tests.Faults.Calling;

/// <summary>How webhooks are delivered.</summary>
internal enum Delivering
{
    /// <summary>Each once, in order.</summary>
    Once,

    /// <summary>Each twice at the same time, once to each server.</summary>
    Twice,

    /// <summary>Each again after the call, the last one first.</summary>
    Late,

    /// <summary>Before each webhook, the one before the last arrives again.</summary>
    OutOfOrder,
}

/// <summary>The behaviour of callers and the delivery of their webhooks.</summary>
/// <remarks>
/// With <c>HangsUp</c> each caller hangs up at another step, including immediately after key 1. <c>Pause</c> is the time between two calls
/// of one line.
/// </remarks>
internal sealed record Habit(Delivering Delivering = Delivering.Once, bool HangsUp = false, TimeSpan Pause = default);
