using Ivr.Bench.Reports;

namespace Ivr.Bench.Growth;

/// <summary>A graph of figures over sizes, with a logarithmic x axis.</summary>
/// <param name="Title">The title.</param>
/// <param name="Sizes">The label of the x axis.</param>
/// <param name="Figures">The label of the y axis, with its unit.</param>
/// <param name="Lines">The lines.</param>
internal sealed record Graph(string Title, string Sizes, string Figures, IReadOnlyList<GraphLine> Lines)
{
    /// <summary>Whether the y axis is logarithmic, with a factor of ten from mark to mark. Otherwise it begins at 0.</summary>
    public bool IsLogarithmic { get; init; }
}

/// <summary>A line of a graph. The point of the smallest size is the first.</summary>
internal sealed record GraphLine(string Name, IReadOnlyList<(long Size, Spread Figure)> Points);
