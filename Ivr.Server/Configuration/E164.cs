using System.Text.RegularExpressions;

namespace Ivr.Server.Configuration;

/// <summary>Telephone numbers in the international format of recommendation E.164, such as +3280035530.</summary>
internal static partial class E164
{
    /// <summary>True for a plus sign and 7 to 15 digits that do not begin with 0.</summary>
    public static bool IsNumber(string number) => Form().IsMatch(number);

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
