
namespace Ivr.Server.People.Import;

/// <summary>One kind of CSV file: its columns, and how its rows get into the database.</summary>
/// <param name="Name"><c>companies</c>, <c>workers</c>, <c>clients</c> or <c>saved-clients</c>.</param>
/// <param name="Singular"><c>company</c>, <c>worker</c>, <c>client</c> or <c>saved-client</c>.</param>
/// <param name="Columns">The columns in order; the key comes first.</param>
/// <param name="Upsert">SQL that moves the rows from the table <c>incoming</c> (all columns text) to their table.</param>
internal sealed record CsvTable(string Name, string Singular, IReadOnlyList<CsvColumn> Columns, string Upsert)
{
    /// <summary>How many columns are the key, whose values must be unique in the file.</summary>
    public int KeyLength { get; init; } = 1;

    /// <summary>
    /// SQL that finds values missing in the database, as rows of line_no, column_name, value. Null when nothing is looked up.
    /// </summary>
    public string? UnknownValues { get; init; }

    /// <summary>
    /// SQL that finds rows that <see cref="Upsert"/> left out, as rows of line_no, column_name, value and what, the mistake. Null when it
    /// leaves out none.
    /// </summary>
    public string? LeftOut { get; init; }

    /// <summary>The header line for messages, with optional columns in brackets.</summary>
    public string Header => string.Concat(Columns.Select((column, place) => (place, column.IsOptional) switch
    {
        (0, _) => column.Name,
        (_, true) => $"[,{column.Name}]",
        _ => $",{column.Name}",
    }));
}

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">The name in the header.</param>
/// <param name="Check">Returns null for a correct value, otherwise the mistake as the end of a sentence that begins with the value.</param>
internal sealed record CsvColumn(string Name, Func<string, string?> Check)
{
    /// <summary>The file may omit this column at the end of its header.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Converts a correct value to the form that the SQL reads; null when the SQL reads the value as it is.</summary>
    public Func<string, string>? Convert { get; init; }

    /// <summary>The value is a password: it is hashed before any other use, and no message contains it.</summary>
    public bool IsSecret { get; init; }
}
