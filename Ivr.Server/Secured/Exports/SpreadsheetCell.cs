using System.Globalization;
using CsvHelper.Configuration;

namespace Ivr.Server.Secured.Exports;

/// <summary>Cells of a CSV file as Excel with Belgian settings reads them.</summary>
internal static class SpreadsheetCell
{
    /// <summary>A spreadsheet runs a cell that begins with one of these characters as a formula. Some also read the fullwidth forms.</summary>
    public const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>
    /// The semicolon is the list separator of Belgian settings. The cells are made harmless by <see cref="Text"/>, because the ones of
    /// <see cref="Digits"/> begin with an equals sign on purpose.
    /// </summary>
    public static CsvConfiguration Excel { get; } = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.None,
    };

    /// <summary>A text that is no formula, whatever it begins with: a quotation mark before it prevents that.</summary>
    public static string Text(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    /// <summary>Digits as a text. Excel would read them as a number, and drop leading zeros and all but 15 digits.</summary>
    public static string Digits(string digits) => digits.All(char.IsAsciiDigit) ? $"=\"{digits}\"" : Text(digits);
}
