namespace Ivr.Server.Database.Rights;

/// <summary>
/// The rights of a role on one table, column by column. The role has no other rights on it. <c>Why</c> says what the server does with the
/// table.
/// </summary>
internal sealed record TableRights(string Table, string Why)
{
    /// <summary>Columns that the role may read.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Columns that the role may set in a new row.</summary>
    public IReadOnlyList<string> Insert { get; init; } = [];

    /// <summary>Columns that the role may change in an existing row.</summary>
    public IReadOnlyList<string> Update { get; init; } = [];

    /// <summary>Whether the role may delete rows.</summary>
    public bool Delete { get; init; }

    /// <summary>Each right on the table.</summary>
    public IEnumerable<Right> Each() =>
    [
        .. Select.Select(column => new Right("SELECT", Table, column)),
        .. Insert.Select(column => new Right("INSERT", Table, column)),
        .. Update.Select(column => new Right("UPDATE", Table, column)),
        .. Delete ? [new Right("DELETE", Table, "")] : Array.Empty<Right>(),
    ];
}

/// <summary>
/// One right, in PostgreSQL's words. <c>On</c> is the table, schema or database; empty for a right on the whole cluster. <c>Column</c> is
/// empty when the right is not limited to a column.
/// </summary>
internal sealed record Right(string Privilege, string On, string Column)
{
    /// <summary>Text for messages.</summary>
    public override string ToString() => (On, Column) switch
    {
        ("", _) => Privilege,
        (_, "") => $"{Privilege} on {On}",
        _ => $"{Privilege} on {On} ({Column})",
    };
}
