namespace Ivr.Server.Database.Partitions;

/// <summary>
/// Writes a date into the text of a statement, so that its plan names the partitions that it reads. A parameter is not known when the
/// statement is planned. PostgreSQL then either plans again for each call, which takes longer than running the plan, or locks the
/// partitions of all months for each call.
/// </summary>
internal static class DateLiteral
{
    /// <summary>The date as an SQL literal. A connection prepares another statement for each day that it sees.</summary>
    public static string Sql(DateOnly date) => FormattableString.Invariant($"date '{date:yyyy-MM-dd}'");

    /// <summary>
    /// The condition that a date is in this month until now, or in the month before. Two partitions: a client of every week is known on the
    /// first of a month too, and no call reads the entries of years.
    /// </summary>
    public static string SinceMonthBefore(DateOnly date) => $"between {Sql(new DateOnly(date.Year, date.Month, 1).AddMonths(-1))} and {Sql(date)}";
}
