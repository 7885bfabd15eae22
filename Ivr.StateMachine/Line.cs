namespace Ivr.StateMachine;

/// <summary>
/// A line that workers dial, as data: what differs between Flanders/Brussels and Wallonia.
/// </summary>
/// <param name="Name"><c>flanders-brussels</c> or <c>wallonia</c>, as stored with a prestation.</param>
/// <param name="Languages">The languages in the order of the line: the first is spoken unless the caller picks another by its place.</param>
public sealed record Line(string Name, IReadOnlyList<Language> Languages)
{
    /// <summary>Tries a caller has at one question, and at a login with its password.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Webhooks a call may take before it ends with words.</summary>
    public int MaxWebhooks { get; init; } = 60;

    /// <summary>Time a call may take before it ends with words.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(15);
}
