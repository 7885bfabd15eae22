using System.Text.RegularExpressions;
using Ivr.Server.Configuration;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.People.Import;

/// <summary>
/// Checks of the values in a CSV file. Each returns null, or the mistake as the end of a sentence that begins with the value.
/// </summary>
internal static partial class CsvChecks
{
    private const int LongestName = 200;

    public static string? Name(string value) => value switch
    {
        _ when string.IsNullOrWhiteSpace(value) => "is empty",
        { Length: > LongestName } => $"is longer than {LongestName} characters",
        _ => null,
    };

    public static string? CompanyCode(string value) =>
        CompanyCodeForm().IsMatch(value) ? null : "is no company code: 1 to 32 letters, digits, dots, hyphens or underscores";

    public static string? Login(string value) => KeyedSecret.IsValid(value) ? null : "is no login: 4 to 20 digits";

    public static string? Password(string value) => KeyedSecret.IsValid(value) ? null : "is no password for the phone: 4 to 20 digits";

    public static string? UserNumber(string value) => value switch
    {
        { Length: StateMachine.Answers.UserNumber.Length } when value.All(char.IsAsciiDigit) => null,
        _ when value.All(char.IsAsciiDigit) => $"has {value.Length} digits: a user number has 12",
        _ => "is no user number: 12 digits",
    };

    public static string? Phone(string value) =>
        value == "" || E164.IsNumber(value) ? null : "is no E.164 number such as +32470123456, nor empty";

    public static Func<string, string?> OneOf(params IReadOnlyList<string> values) =>
        value => values.Contains(value) ? null : $"is not one of {string.Join(", ", values)}";

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CompanyCodeForm();
}
