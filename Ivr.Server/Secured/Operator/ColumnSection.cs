namespace Ivr.Server.Secured.Operator;

/// <summary>
/// A section of the page with a column plot, and the same figures as a table. <c>Id</c> is unique on the page. <c>Ticks</c> has the labels
/// under some columns. <c>ColumnName</c> says what a column is, and <c>NameOf</c> returns the name of each column.
/// </summary>
internal sealed record ColumnSection(
    string Id, string Title, IReadOnlyList<Series> Series, IReadOnlyDictionary<int, string> Ticks, string ColumnName, Func<int, string> NameOf);
