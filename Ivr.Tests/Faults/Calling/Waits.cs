namespace Ivr.Tests.Faults.Calling;

/// <summary>The longest waits of callers, and the lateness of the machine at the same time.</summary>
/// <remarks>
/// <c>Webhook</c>: for the response to one webhook, or for its failure. <c>Silence</c>: from the last key until the caller heard something,
/// including failed webhooks. <c>Lateness</c>: how late the machine was with work that takes no time, as measured by a Metronome.
/// </remarks>
internal sealed record Waits(TimeSpan Webhook, TimeSpan Silence, TimeSpan Lateness = default)
{
    public static Waits None { get; } = new(default, default);

    /// <summary>The longer of each pair.</summary>
    public Waits Or(Waits other) => new(
        Longer(Webhook, other.Webhook), Longer(Silence, other.Silence), Longer(Lateness, other.Lateness));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
