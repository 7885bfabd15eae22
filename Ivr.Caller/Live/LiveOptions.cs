namespace Ivr.Caller.Live;

/// <summary>How calls are placed on the real line.</summary>
/// <param name="From">The calling number, E.164: the account's own, or one that it has verified.</param>
internal sealed record LiveOptions(string From)
{
    /// <summary>The number to call instead of the script's; null for the script's.</summary>
    public string? To { get; init; }

    /// <summary>
    /// How much later than in the rehearsal each entry is keyed. A key that comes too early cuts a prompt off. This is harmless once the
    /// question has begun. A key after the question's timeout is lost.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long the line is held over the rehearsed length when the server should hang up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long Twilio takes for a key. Twilio does not document it.</summary>
    public TimeSpan TimePerKey { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>How many keys and silences Twilio takes as SendDigits: 32, according to its reference of the Call resource.</summary>
    public int SendDigitsLimit { get; init; } = 32;
}
