using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ivr.Server.People.Import;

/// <summary>Reads a CSV file row by row. The file is untrusted input until every field was checked.</summary>
internal sealed class CsvRows(CsvTable table, CsvErrors errors)
{
    private const char NotUtf8 = '\uFFFD';
    private const char ByteOrderMark = '\uFEFF';
    private const char Quote = '"';

    // Without a limit, a file without line breaks would be read into memory as one field.
    private const int LongestField = 64 * 1024;

    private const string HowToSave = "In Excel, save it as \"CSV UTF-8\"";

    private int _place;
    private bool _isBroken;

    /// <summary>The columns of this file, known after its header was read.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; private set; } = [];

    /// <summary>
    /// Returns the correct rows. Adds mistakes to the errors, and continues to read as long as that makes sense. <paramref name="stream"/>
    /// is UTF-8 with or without byte order mark, and stays open. Commas, semicolons or
    /// tabs separate the fields.
    /// </summary>
    public IEnumerable<CsvRow> Read(Stream stream)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var parser = new CsvParser(text, Settings());
        if (!ReadHeader(parser))
            yield break;

        while (!errors.IsFull && ReadFields(parser) is { } fields)
        {
            // A spreadsheet saves empty rows below the table as lines of delimiters.
            if (fields.All(string.IsNullOrEmpty) || !IsRight(parser.RawRow, fields))
                continue;
            Convert(fields);
            yield return new(parser.RawRow, fields);
        }
    }

    private CsvConfiguration Settings() => new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        GetDelimiter = CsvDelimiter.Of,
        BadDataFound = NoteBadQuote,
        LineBreakInQuotedFieldIsBadData = true,
        MaxFieldSize = LongestField,
    };

    private void NoteBadQuote(BadDataFoundArgs bad)
    {
        _isBroken = bad.Field.StartsWith(Quote) && bad.Field.Count(character => character == Quote) % 2 != 0;
        // Whether a later line would close the quotation is not known without reading the whole file into memory. The parser has already
        // counted the line break inside the quotation.
        var goesOn = _isBroken && bad.RawRecord.EndsWith('\n');
        errors.Add(bad.Context.Parser!.RawRow - (goesOn ? 1 : 0), _place, (_isBroken, goesOn) switch
        {
            (true, true) => "a quotation mark is not closed on its line; no field may have a line break in it",
            (true, false) => "a quotation mark is not closed",
            _ => "a quotation mark stands in the middle of a field",
        });
    }

    // Null when nothing more can be read.
    private string[]? ReadFields(CsvParser parser)
    {
        try
        {
            if (_isBroken || !parser.Read())
                return null;
        }
        catch (MaxFieldSizeException)
        {
            errors.Add(parser.RawRow, parser.Count, $"a field has more than {LongestField} characters");
            return null;
        }

        var fields = new string[parser.Count];
        for (_place = 0; _place < fields.Length; _place++)
            fields[_place] = parser[_place];
        return _isBroken ? null : fields;
    }

    private bool ReadHeader(CsvParser parser)
    {
        var found = ReadFields(parser) ?? [];
        if (found is [var first, ..])
            found[0] = first.TrimStart(ByteOrderMark);
        var wanted = table.Columns.Where((column, place) => !column.IsOptional || place < found.Length).ToList();
        if (found.SequenceEqual(wanted.Select(column => column.Name)))
        {
            Columns = wanted;
            return true;
        }

        var place = found.TakeWhile((name, place) => place < wanted.Count && name == wanted[place].Name).Count();
        errors.Add(1, place, WhatIsWrong(found) ?? $"the header must be {table.Header}");
        return false;
    }

    private bool IsRight(int line, string[] fields)
    {
        if (fields.Length != Columns.Count)
        {
            errors.Add(
                line, Math.Min(fields.Length, Columns.Count), $"the line has {fields.Length} fields, the header {Columns.Count}");
            return false;
        }

        if (WhatIsWrong(fields) is { } encoding)
        {
            // The whole file has this encoding: one message is enough.
            errors.Add(line, Array.FindIndex(fields, field => field.Contains(NotUtf8)), encoding);
            _isBroken = true;
            return false;
        }

        var right = true;
        for (var place = 0; place < fields.Length; place++)
        {
            if (WhatIsWrong(fields[place], Columns[place]) is not { } what)
                continue;
            errors.Add(line, place, Columns[place], fields[place], what);
            right = false;
        }

        return right;
    }

    private void Convert(string[] fields)
    {
        for (var place = 0; place < fields.Length; place++)
            fields[place] = Columns[place].Convert?.Invoke(fields[place]) ?? fields[place];
    }

    // UTF-16 has a zero byte beside each Latin letter. Windows-1252 is what remains in Belgium.
    private static string? WhatIsWrong(string[] fields) => fields.Any(field => field.Contains(NotUtf8)) switch
    {
        false => null,
        _ when fields.Any(field => field.Contains('\0')) => $"the file is UTF-16 and not UTF-8. {HowToSave}",
        _ => $"the file is not UTF-8, but probably Windows-1252. {HowToSave}, or run: iconv -f WINDOWS-1252 -t UTF-8 FILE.csv",
    };

    private static string? WhatIsWrong(string value, CsvColumn column) => value switch
    {
        _ when value.Any(char.IsControl) => "has a control character in it",
        _ => column.Check(value),
    };
}

/// <summary>
/// A row of a CSV file. <c>Line</c> is its line in the file, from 1. <c>Fields</c> has as many fields as the file has columns.
/// </summary>
internal sealed record CsvRow(int Line, string[] Fields);
