namespace Ivr.Caller.Live;

/// <summary>The keys of a call in two parts: the part that Twilio takes as SendDigits, and the rest for the call's TwiML.</summary>
/// <param name="SendDigits">Null when no key fits.</param>
/// <param name="Rest">Empty when all keys fit.</param>
internal sealed record DialledKeys(string? SendDigits, string Rest)
{
    /// <summary>Fills SendDigits up to its limit. Silences count as keys.</summary>
    public static DialledKeys Split(string dialled, int limit)
    {
        var first = dialled[..Math.Min(limit, dialled.Length)];
        return first.All(KeySequence.IsSilence) ? new(null, dialled) : new(first, dialled[first.Length..]);
    }
}
