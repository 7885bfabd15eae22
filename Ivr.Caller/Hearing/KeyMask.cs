namespace Ivr.Caller.Hearing;

/// <summary>
/// Masks keys that may be a password. The phone does not know which question asks for a password. But a password is an entry of variable
/// length: a key or a silence ends it, not the number of digits. All such entries are masked, including the login, because it is better to
/// mask too much than too little. A single digit is not a password and stays readable.
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

    /// <summary>Masks a webhook parameter. The parameter does not show how the entry ended, so Digits are always masked.</summary>
    public static string Of(string parameter, string value, bool show) =>
        show || parameter != "Digits" ? value : new string('•', value.Length);
}
