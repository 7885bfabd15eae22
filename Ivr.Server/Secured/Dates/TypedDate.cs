using System.Globalization;

namespace Ivr.Server.Secured.Dates;

/// <summary>A date as people in Belgium type it: day, month, year, with any separator or none. Years are from 2000 to 2199.</summary>
/// <remarks>
/// A native date field is written in the form of the browser's language, whatever the language of the page. So in an English browser the
/// fourth of March would look like the third of April.
/// </remarks>
internal static class TypedDate
{
    /// <summary>The same forms, for the browser.</summary>
    public const string Pattern = @"\s*(\d{1,2}([\/.\-]| )\d{1,2}([\/.\-]| )(\d{2}|\d{4})|\d{6}|\d{8}|\d{4}-\d{1,2}-\d{1,2})\s*";

    private static readonly string[] Forms =
    [
        "d/M/yyyy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "d-M-yy", "d M yyyy", "d M yy", "ddMMyyyy", "ddMMyy", "yyyy-M-d",
    ];

    /// <summary>Reads a date; null when it is none. It reads ISO 8601 too, which addresses use.</summary>
    // The limits keep date arithmetic valid: a date of year 1 has no day before it.
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2200
            ? date
            : null;

    /// <summary>The date in ISO 8601.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
