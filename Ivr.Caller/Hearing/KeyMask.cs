namespace Ivr.Caller.Hearing;

/// <summary>
/// Hides what may be a password. The phone cannot know which question asks for one, but passwords are entries of free length: ended by
/// a key or by silence, not by their number of digits. So those are all hidden, the login with them; too much is hidden rather
/// than too little. A single digit is no password, and stays readable.
/// </summary>
internal static class KeyMask
{
    public static string Of(Keyed entry, bool show)
    {
        if (show || entry.End == GatherEnd.NumDigits) return entry.Keys;
        var ending = entry.End == GatherEnd.FinishKey ? entry.Keys[^1..] : "";
        var digits = entry.Keys.Length - ending.Length;
        return digits > 1 ? new string('•', digits) + ending : entry.Keys;
    }

    /// <summary>A parameter of a webhook: it does not say how the entry ended, so Digits are always hidden.</summary>
    public static string Of(string parameter, string value, bool show) =>
        show || parameter != "Digits" ? value : new string('•', value.Length);
}
