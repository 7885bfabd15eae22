namespace Ivr.Caller.Live;

/// <summary>The keys of a call in two parts: what Twilio takes as SendDigits, and what is left for the call's TwiML.</summary>
/// <param name="SendDigits">Null when no key fits.</param>
/// <param name="Rest">Empty when all fits.</param>
internal sealed record DialledKeys(string? SendDigits, string Rest)
{
    /// <summary>Fills SendDigits up to its limit, silences counted as keys.</summary>
    public static DialledKeys Split(string dialled, int limit)
    {
        var first = dialled[..Math.Min(limit, dialled.Length)];
        return first.All(KeySequence.IsSilence) ? new(null, dialled) : new(first, dialled[first.Length..]);
    }
}
