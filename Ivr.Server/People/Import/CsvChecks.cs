using System.Text.RegularExpressions;
using Ivr.Server.Configuration;
using Ivr.Server.Secured.SavedClients;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.People.Import;

/// <summary>
/// Checks of the values in a CSV file. Each returns null, or the mistake as the end of a sentence that begins with the value.
/// </summary>
internal static partial class CsvChecks
{
    private const int LongestName = 200;
    private const string Rounded = "a spreadsheet has rounded it. Make the column text there, and enter the number again";

    // Six digits and more are lost when a spreadsheet rounds a number to six places.
    private const string RoundedEnd = "000000";

    public static string? Name(string value) => value switch
    {
        _ when string.IsNullOrWhiteSpace(value) => "is empty",
        { Length: > LongestName } => $"is longer than {LongestName} characters",
        _ => null,
    };

    public static string? SavedName(string value) =>
        value.Length > SavedClientDesk.LongestName ? $"is longer than {SavedClientDesk.LongestName} characters" : null;

    public static string? CompanyCode(string value) =>
        CompanyCodeForm().IsMatch(value) ? null : "is no company code: 1 to 32 letters, digits, dots, hyphens or underscores";

    public static string? Login(string value) => value switch
    {
        _ when KeyedSecret.IsValid(value) => null,
        _ when IsRounded(value) => $"is wrong: {Rounded}",
        _ => "is no login: 4 to 20 digits",
    };

    public static string? Password(string value) => KeyedSecret.IsValid(value) ? null : "is no password for the phone: 4 to 20 digits";

    public static string? UserNumber(string value) => TwelveDigits(value) ?? value switch
    {
        _ when StateMachine.Answers.UserNumber.HasRightCheckDigits(value) => null,
        _ when value.EndsWith(RoundedEnd, StringComparison.Ordinal) => $"has wrong check digits: {Rounded}",
        _ => "has wrong check digits: a digit is wrong, or two are swapped",
    };

    public static string? TwelveDigits(string value) => value switch
    {
        { Length: StateMachine.Answers.UserNumber.Length } when value.All(char.IsAsciiDigit) => null,
        _ when IsRounded(value) => $"is wrong: {Rounded}",
        { Length: > 0 and < StateMachine.Answers.UserNumber.Length } when value.All(char.IsAsciiDigit) =>
            $"has {value.Length} digits: a user number has 12, and a spreadsheet drops zeros at the beginning unless the column is text",
        _ when value.All(char.IsAsciiDigit) => $"has {value.Length} digits: a user number has 12",
        _ => "is no user number: 12 digits",
    };

    public static string? Phone(string value) => value switch
    {
        "" => null,
        _ when E164.IsNumber(value) => null,
        _ when IsRounded(value) => $"is wrong: {Rounded}",
        _ => "is no E.164 number such as +32470123456, nor empty",
    };

    public static Func<string, string?> OneOf(params IReadOnlyList<string> values) =>
        value => values.Contains(value) ? null : $"is not one of {string.Join(", ", values)}";

    private static bool IsRounded(string value) => RoundedForm().IsMatch(value);

    // A spreadsheet shows a number of 12 digits as 1,2498E+11, and saves what it shows.
    [GeneratedRegex(@"\A[0-9](?:[.,][0-9]+)?E\+[0-9]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RoundedForm();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CompanyCodeForm();
}
