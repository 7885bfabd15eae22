using CsvHelper.Delegates;

namespace Ivr.Server.People.Import;

/// <summary>
/// Finds the character between the fields. With Belgian settings, Excel writes semicolons. No column name contains such a character, so the
/// first one in the header is the one of the file.
/// </summary>
internal static class CsvDelimiter
{
    private const string Usual = ",";

    public static string Of(GetDelimiterArgs start)
    {
        var header = start.Text.AsSpan().TrimStart("\r\n");
        header = header.IndexOfAny('\r', '\n') is var end and >= 0 ? header[..end] : header;
        return header.IndexOfAny(",;\t") is var place and >= 0 ? header[place].ToString() : Usual;
    }
}
