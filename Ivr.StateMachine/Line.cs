namespace Ivr.StateMachine;

/// <summary>A phone line that workers dial, as data: the differences between Flanders/Brussels and Wallonia.</summary>
/// <param name="Name"><c>flanders-brussels</c> or <c>wallonia</c>, as stored with a prestation.</param>
/// <param name="Languages">The languages in menu order. A call starts in the first one; the caller picks another by its position.</param>
public sealed record Line(string Name, IReadOnlyList<Language> Languages)
{
    /// <summary>The number of tries at one question, and at login and password together.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The number of webhooks after which a call ends with a prompt.</summary>
    public int MaxWebhooks { get; init; } = 60;

    /// <summary>The time after which a call ends with a prompt.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(15);
}
