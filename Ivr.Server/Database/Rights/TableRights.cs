namespace Ivr.Server.Database.Rights;

/// <summary>What the server's role may do with one table, column by column; what is not named it may not.</summary>
/// <param name="Table">The table.</param>
/// <param name="Why">What the server does with it.</param>
internal sealed record TableRights(string Table, string Why)
{
    /// <summary>Columns that it may read.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Columns that it may fill in a new row.</summary>
    public IReadOnlyList<string> Insert { get; init; } = [];

    /// <summary>Columns that it may change in a row that is there.</summary>
    public IReadOnlyList<string> Update { get; init; } = [];

    /// <summary>Whether it may take rows away.</summary>
    public bool Delete { get; init; }

    /// <summary>The same, one by one.</summary>
    public IEnumerable<Right> Each() =>
    [
        .. Select.Select(column => new Right("SELECT", Table, column)),
        .. Insert.Select(column => new Right("INSERT", Table, column)),
        .. Update.Select(column => new Right("UPDATE", Table, column)),
        .. Delete ? [new Right("DELETE", Table, "")] : Array.Empty<Right>(),
    ];
}

/// <summary>One right, in PostgreSQL's words.</summary>
/// <param name="Privilege">SELECT, INSERT, UPDATE ...</param>
/// <param name="On">The table, schema or database; empty when it is one on the whole cluster.</param>
/// <param name="Column">The column; empty when the right is on the whole.</param>
internal sealed record Right(string Privilege, string On, string Column)
{
    /// <summary>For messages.</summary>
    public override string ToString() => (On, Column) switch
    {
        ("", _) => Privilege,
        (_, "") => $"{Privilege} on {On}",
        _ => $"{Privilege} on {On} ({Column})",
    };
}
