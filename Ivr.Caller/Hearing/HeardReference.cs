using System.Text.RegularExpressions;

namespace Ivr.Caller.Hearing;

/// <summary>
/// A reference as it is spoken: nine single digits in three groups of three, <c>1 2 3, 4 5 6, 7 8 8</c>, or ten with the last one alone. It
/// does not begin with 9, because the emergency procedure uses that series. The last digit is the check digit of the others. A number of
/// four groups of three is a user number, not a reference.
/// </summary>
internal static partial class HeardReference
{
    /// <summary>Returns the last reference in a text, in groups of three: <c>123 456 788</c>; null when there is none.</summary>
    public static string? In(string text) => AllIn(text).Where(digits => !IsOfEmergency(digits)).Select(Grouped).LastOrDefault();

    /// <summary>Returns all references of the emergency procedure in a text, in groups of three: <c>900 000 006</c>.</summary>
    public static IEnumerable<string> OfEmergency(string text) => AllIn(text).Where(IsOfEmergency).Select(Grouped);

    /// <summary>Returns all references in a text as nine or ten digits, including those of the emergency procedure.</summary>
    public static IEnumerable<string> AllIn(string text) => Groups().Matches(text)
        .Select(match => string.Concat(match.Value.Where(char.IsAsciiDigit)))
        .Where(digits => digits[^1] == CheckDigit(digits[..^1]));

    /// <summary>The check digit of ISO/IEC 7064, MOD 11,10.</summary>
    public static char CheckDigit(string digits)
    {
        var product = digits.Aggregate(10, (p, digit) =>
        {
            var sum = (p + digit - '0') % 10;
            return (sum == 0 ? 10 : sum) * 2 % 11;
        });
        return (char)('0' + (11 - product) % 10);
    }

    private static bool IsOfEmergency(string digits) => digits[0] == '9';

    private static string Grouped(string digits) => string.Join(' ', digits.Chunk(3).Select(group => new string(group)));

    [GeneratedRegex(@"(?<!\d[\s,]*)\d \d \d, \d \d \d, \d \d \d(, \d)?(?![\s,]*\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Groups();
}
