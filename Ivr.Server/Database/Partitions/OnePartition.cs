namespace Ivr.Server.Database.Partitions;

/// <summary>
/// Writes a date into the text of a statement. A parameter is not known when the statement is planned. PostgreSQL then either plans again
/// for each call, which takes longer than running the plan, or locks the partitions of all months for each call.
/// </summary>
internal static class OnePartition
{
    /// <summary>The date as an SQL literal. A connection prepares another statement for each day that it sees.</summary>
    public static string SqlDateLiteral(DateOnly date) => FormattableString.Invariant($"date '{date:yyyy-MM-dd}'");
}
