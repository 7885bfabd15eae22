namespace Ivr.Tests.Faults.Calling;

/// <summary>The longest that callers waited, and how late the machine was with other things meanwhile.</summary>
/// <param name="Webhook">For the answer to one webhook, or for its failure.</param>
/// <param name="Silence">From the last key until something was said: for the webhooks that failed, and for the one that was answered.</param>
/// <param name="Lateness">By how much this machine was late with what took no time.</param>
internal sealed record Waits(TimeSpan Webhook, TimeSpan Silence, TimeSpan Lateness = default)
{
    /// <summary>Nobody waited.</summary>
    public static Waits None { get; } = new(default, default);

    /// <summary>The longer of each.</summary>
    public Waits Or(Waits other) => new(
        Longer(Webhook, other.Webhook), Longer(Silence, other.Silence), Longer(Lateness, other.Lateness));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
