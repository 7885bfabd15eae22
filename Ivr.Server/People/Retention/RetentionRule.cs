
namespace Ivr.Server.People.Retention;

/// <summary>One kind of data with a retention period.</summary>
/// <param name="What">Name of the data for the user of the command.</param>
/// <param name="Table">The table that holds the data.</param>
/// <param name="Before">The moment in UTC; older data is too old.</param>
/// <param name="IsDue">
/// SQL condition: the rows that are too old, given <c>@Before</c>. A row must not match again after the rule was applied to it.
/// </param>
/// <param name="Erase">SQL: the columns that are emptied when the row must stay; null to delete the row.</param>
internal sealed record RetentionRule(
    string What, string Table, Func<RetentionOptions, DateTimeOffset, DateTime> Before, string IsDue, string? Erase = null);
