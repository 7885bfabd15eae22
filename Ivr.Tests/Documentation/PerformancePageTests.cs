namespace Ivr.Tests.Documentation;

/// <summary>What the page on performance says of its goals is what was measured: whoever replaces a figure is told where else it stands.</summary>
public sealed class PerformancePageTests
{
    private static readonly Figures Readme = Figures.OfTheReadme();

    private static readonly Page Growth = Page.Of("growth.md");

    private static readonly (string Goal, string[] Figures)[] Goals =
    [
        ("the eight webhooks", [Readme.Cell("the same, hashing threads left out"), .. OnARealLine("the same on a real line, hashing threads left out")]),
        ("PostgreSQL: 0.7 ms", [Readme.Cell("database CPU a call"), .. OnARealLine("database CPU a call, on a real line")]),
        ("6.6 calls a second for ten minutes", [Readme.Cell("the server's part of all cores", Figures.ThirtyByPhone)]),
        ("the same: p99", [Readme.Cell("webhook p99", Figures.ThirtyByPhone), Readme.Cell("webhook p99 without a hash", Figures.ThirtyByPhone)]),
        ("33 calls a second", [$"{Math.Max(Readme.Number("the longest webhook", "ms", Figures.AllByPhone), Readme.Number("the longest webhook", "ms", Figures.WithABurst))} ms"]),
        ("passwords a core", [Readme.Cell("hash of 100,000 rounds, Rfc2898DeriveBytes"), Readme.Cell("hash, each of eight together")]),
        ("one login alone", [Readme.Cell("hash, one alone"), Readme.Cell("hash of 100,000 rounds, Rfc2898DeriveBytes")]),
        ("a call costs as much", [.. Growth.Text.Split('\n').Where(line => line.StartsWith("From the first line", StringComparison.Ordinal)).SelectMany(Ratios)]),
        ("from start", [GrowthOf("Start").Cell("time"), GrowthOf("Start").Cell("time", 3)]),
        ("10 million clients imported", [GrowthOf("Import").Cell("10,000,000"), GrowthOf("Import").Cell("10,000,000", 3)]),
        ("memory", [Readme.Cell("server memory, the most")]),
        ("calls a second at 100,000 rounds", [Readme.Cell("calls a second, 100,000 rounds")]),
        ("calls a second at 1,000 rounds, the call's state in memory", [Readme.Cell("calls a second, 1,000 rounds of PBKDF2")]),
        ("server CPU a call at 1,000 rounds", [Readme.Cell("server CPU a call, 1,000 rounds")]),
    ];

    private static readonly IReadOnlyList<IReadOnlyList<string>> Said = Page.RowsOf(Page.Of("performance.md").Sections(2)["What was aimed at"]);

    [Fact]
    public void The_goals_have_the_figures_that_were_measured() => Assert.All(Goals, goal =>
    {
        var row = Assert.Single(Said, row => row[0].StartsWith(goal.Goal, StringComparison.Ordinal));
        Assert.All(goal.Figures, figure => Assert.Contains(figure, string.Join(" | ", row), StringComparison.Ordinal));
    });

    private static string[] OnARealLine(string row) => [Readme.Cell(row, Figures.ThirtyByPhone), Readme.Cell(row, Figures.AllByPhone)];

    private static Figures GrowthOf(string section) => new(Growth.Sections(2)[section]);

    // "… server CPU a call × 1.21, database CPU a call × 1.25."
    private static IEnumerable<string> Ratios(string line) => line.Split('×').Skip(1).Select(part => $"× {part.Trim()[..4]}");
}
