namespace Ivr.Server.Secured.Operator;

/// <summary>A part of the page with a plot of columns, and the same figures as a table.</summary>
/// <param name="Id">Unlike that of any other part.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Series">The figures.</param>
/// <param name="Ticks">Words under some columns.</param>
/// <param name="ColumnName">What a column is.</param>
/// <param name="NameOf">The name of each.</param>
internal sealed record ColumnSection(
    string Id, string Title, IReadOnlyList<Series> Series, IReadOnlyDictionary<int, string> Ticks, string ColumnName, Func<int, string> NameOf);
