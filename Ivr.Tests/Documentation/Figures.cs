using System.Globalization;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>The figures on a page, row by row, as the bench printed them: what other pages say of them is held against these.</summary>
/// <param name="lines">The page's lines.</param>
internal sealed class Figures(IEnumerable<string> lines)
{
    private readonly IReadOnlyList<string[]> _rows =
        [.. lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | "))];

    /// <summary>Those of the README.</summary>
    public static Figures OfTheReadme() => new(
        File.ReadLines(Repository.In("README.md")).SkipWhile(line => line != "## Figures").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)));

    /// <summary>A cell as it stands there, without the noise in brackets.</summary>
    /// <param name="row">What the row begins with.</param>
    /// <param name="column">Which figure of the row, from 1.</param>
    public string Cell(string row, int column = 1) => _rows.First(cells => cells[0] == row)[column].Split(" (")[0];

    /// <summary>The number in a cell.</summary>
    /// <param name="row">What the row begins with.</param>
    /// <param name="unit">In which unit it has to be.</param>
    /// <param name="column">Which figure of the row, from 1.</param>
    public double Number(string row, string unit, int column = 1)
    {
        var figure = Cell(row, column).Split(' ');
        Assert.Equal((row, unit), (row, figure[1]));
        return double.Parse(figure[0], CultureInfo.InvariantCulture);
    }
}
