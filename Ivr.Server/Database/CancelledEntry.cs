namespace Ivr.Server.Database;

/// <summary>The SQL that tells whether an entry no longer counts.</summary>
/// <remarks>Not a function of the database: PostgreSQL would not put it into the statement that asks, because it reads a table.</remarks>
internal static class CancelledEntry
{
    /// <summary>The condition that an entry is cancelled. Of several corrections the last one holds.</summary>
    /// <param name="entry">The table <c>prestation</c>, or its alias.</param>
    public static string Sql(string entry) =>
        $"coalesce((select cancelled from prestation_correction where prestation_id = {entry}.id order by number desc limit 1), false)";
}
