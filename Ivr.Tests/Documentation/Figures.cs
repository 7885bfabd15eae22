using System.Globalization;

namespace Ivr.Tests.Documentation;

/// <summary>Figures as the bench printed them, row by row: what other pages say of them is held against these.</summary>
/// <param name="section">The section that has them.</param>
internal sealed class Figures(string section)
{
    /// <summary>Columns of the national table.</summary>
    public const int ThirtyByPhone = 1;

    /// <inheritdoc cref="ThirtyByPhone"/>
    public const int AllByPhone = 2;

    /// <inheritdoc cref="ThirtyByPhone"/>
    public const int WithABurst = 3;

    private readonly IReadOnlyList<IReadOnlyList<string>> _rows = Page.RowsOf(section);

    /// <summary>Those of the README.</summary>
    public static Figures OfTheReadme() => new(Page.OfTheReadme().Sections(2)["Figures"]);

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
