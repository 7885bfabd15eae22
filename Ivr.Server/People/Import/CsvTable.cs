
namespace Ivr.Server.People.Import;

/// <summary>One kind of CSV file: its columns, and how its rows get into the database.</summary>
/// <param name="Name">What is imported: <c>companies</c>, <c>workers</c> or <c>clients</c>.</param>
/// <param name="Singular">One of them: <c>company</c>, <c>worker</c> or <c>client</c>.</param>
/// <param name="Columns">The columns in order; the first is the key.</param>
/// <param name="Upsert">SQL that moves the rows from the table <c>incoming</c> (all columns text) to where they belong.</param>
internal sealed record CsvTable(string Name, string Singular, IReadOnlyList<CsvColumn> Columns, string Upsert)
{
    /// <summary>The column that every row must be unique in.</summary>
    public CsvColumn Key => Columns[0];

    /// <summary>SQL that finds values which the database does not know: rows of line_no, column_name, value; null for none.</summary>
    public string? UnknownValues { get; init; }

    /// <summary>The header line as it is described; optional columns in brackets.</summary>
    public string Header => string.Concat(Columns.Select((column, place) => (place, column.IsOptional) switch
    {
        (0, _) => column.Name,
        (_, true) => $"[,{column.Name}]",
        _ => $",{column.Name}",
    }));
}

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Check">What is wrong with a value, as the end of a sentence that begins with it; null when it is right.</param>
internal sealed record CsvColumn(string Name, Func<string, string?> Check)
{
    /// <summary>The whole column may be left out at the end of the header.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The value is a password: it is hashed before it goes anywhere, and no message repeats it.</summary>
    public bool IsSecret { get; init; }
}
