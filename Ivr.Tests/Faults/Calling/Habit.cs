namespace Ivr.Tests.Faults.Calling;

/// <summary>How webhooks are delivered.</summary>
internal enum Delivering
{
    /// <summary>Each once, in order.</summary>
    Once,

    /// <summary>Each twice at the same moment, once to either server.</summary>
    Twice,

    /// <summary>Each once more when the call is over, the last one first.</summary>
    Late,

    /// <summary>Before each one, the one before the last arrives again.</summary>
    OutOfOrder,
}

/// <summary>What callers do, and what becomes of their webhooks.</summary>
/// <param name="Delivering">How webhooks are delivered.</param>
/// <param name="HangsUp">Whether callers hang up, each at another step, right on key 1 included.</param>
/// <param name="Pause">How long a line is idle between two calls.</param>
internal sealed record Habit(Delivering Delivering = Delivering.Once, bool HangsUp = false, TimeSpan Pause = default);
