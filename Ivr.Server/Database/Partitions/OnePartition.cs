namespace Ivr.Server.Database.Partitions;

/// <summary>
/// A date for the text of a statement. As a parameter it is not known when the statement is planned, and then PostgreSQL either plans anew
/// for each call, which takes it longer than running the plan, or locks the partitions of all months for each call.
/// </summary>
internal static class OnePartition
{
    /// <summary>The date as a constant of SQL. A connection has another statement prepared for each day that it sees.</summary>
    public static string SqlDateLiteral(DateOnly date) => FormattableString.Invariant($"date '{date:yyyy-MM-dd}'");
}
