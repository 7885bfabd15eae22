
namespace Ivr.Server.People.Retention;

/// <summary>One thing that is not kept for ever.</summary>
/// <param name="What">In words, for who runs the command.</param>
/// <param name="Table">Where it is.</param>
/// <param name="Before">The moment before which it is too old, in UTC.</param>
/// <param name="IsDue">SQL: which rows are too old, given <c>@Before</c>. What the rule did must not be due again.</param>
/// <param name="Erase">SQL: the columns that are made empty where the row has to stay; null to delete the row.</param>
internal sealed record RetentionRule(
    string What, string Table, Func<RetentionOptions, DateTimeOffset, DateTime> Before, string IsDue, string? Erase = null);
