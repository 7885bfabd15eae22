namespace Ivr.Server.People.Import;

/// <summary>
/// A column that is true or false. A spreadsheet writes these values in capitals, and in the language of the computer.
/// </summary>
internal static class CsvFlag
{
    private const string True = "true";
    private const string False = "false";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        [True] = True, ["waar"] = True, ["vrai"] = True, ["wahr"] = True,
        [False] = False, ["onwaar"] = False, ["faux"] = False, ["falsch"] = False,
    };

    public static string? Check(string value) => Words.ContainsKey(value) ? null : $"is not one of {True}, {False}";

    public static string Convert(string value) => Words[value];
}
