using Ivr.Bench.Reports;

namespace Ivr.Bench.Growth;

/// <summary>A graph of figures over sizes that grow tenfold.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Sizes">What is on the x axis.</param>
/// <param name="Figures">What is on the y axis, with its unit.</param>
/// <param name="Lines">The lines.</param>
internal sealed record Graph(string Title, string Sizes, string Figures, IReadOnlyList<GraphLine> Lines)
{
    /// <summary>Whether each mark on the y axis is ten times the one below it; otherwise it begins at 0.</summary>
    public bool IsLogarithmic { get; init; }
}

/// <summary>A line of a graph.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its points, the smallest size first.</param>
internal sealed record GraphLine(string Name, IReadOnlyList<(long Size, Spread Figure)> Points);
