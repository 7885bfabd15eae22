namespace Ivr.Server.Configuration;

/// <summary>Masks phone numbers for the log: enough digits to find a call that a person complains about, too few to call back.</summary>
internal static class Masked
{
    private const int ShownAtStart = 3;
    private const int ShownAtEnd = 2;

    /// <summary>
    /// A caller's number: plus sign, the first two digits, the last two. A value that is not an E.164 number is not shown at all.
    /// </summary>
    public static string Caller(string number) => E164.IsNumber(number)
        ? $"{number[..ShownAtStart]}{new string('*', number.Length - ShownAtStart - ShownAtEnd)}{number[^ShownAtEnd..]}"
        : "no number";
}
