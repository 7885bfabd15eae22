using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ivr.Server.Import;

/// <summary>Reads a CSV file row by row: hostile until every field has been looked at.</summary>
internal sealed class CsvRows(CsvTable table, CsvErrors errors)
{
    private const char NotUtf8 = '\uFFFD';
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The columns that this file has, known once its header was read.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; private set; } = [];

    /// <summary>The rows that are right. What is wrong is noted, and the reading goes on.</summary>
    /// <param name="stream">UTF-8, with or without byte order mark.</param>
    public IEnumerable<CsvRow> Read(Stream stream)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        using var parser = new CsvParser(text, Settings());
        if (!ReadHeader(parser))
            yield break;

        while (!errors.IsFull && parser.Read())
        {
            if (IsRight(parser))
                yield return new(parser.RawRow, parser.Record!);
        }
    }

    private CsvConfiguration Settings() => new(System.Globalization.CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        BadDataFound = bad => errors.Add(bad.Context.Parser!.RawRow, "a quotation mark stands in the middle of a field."),
        LineBreakInQuotedFieldIsBadData = true,
    };

    private bool ReadHeader(CsvParser parser)
    {
        var found = parser.Read() ? parser.Record!.Select(name => name.TrimStart(ByteOrderMark)).ToArray() : [];
        var wanted = table.Columns.Where((column, place) => !column.IsOptional || place < found.Length).ToList();
        if (found.SequenceEqual(wanted.Select(column => column.Name)))
        {
            Columns = wanted;
            return true;
        }

        var place = found.TakeWhile((name, place) => place < wanted.Count && name == wanted[place].Name).Count();
        errors.Add(1, $"column {place + 1}: the header must be {table.Header}.");
        return false;
    }

    private bool IsRight(CsvParser parser)
    {
        var fields = parser.Record!;
        if (fields.Length != Columns.Count)
        {
            errors.Add(
                parser.RawRow,
                $"column {Math.Min(fields.Length, Columns.Count) + 1}: the line has {fields.Length} fields, the header {Columns.Count}.");
            return false;
        }

        var right = true;
        for (var place = 0; place < fields.Length; place++)
        {
            if (WhatIsWrong(fields[place], Columns[place]) is not { } what)
                continue;
            errors.Add(parser.RawRow, place, Columns[place], fields[place], what);
            right = false;
        }

        return right;
    }

    private static string? WhatIsWrong(string value, CsvColumn column) => value switch
    {
        _ when value.Contains(NotUtf8) => "is not UTF-8",
        _ when value.Any(char.IsControl) => "has a control character in it",
        _ => column.Check(value),
    };
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Fields">Its fields, as many as the file has columns.</param>
internal sealed record CsvRow(int Line, string[] Fields);
