using System.Globalization;
using System.Text;
using Ivr.Bench.Reports;

namespace Ivr.Bench.National;

/// <summary>Writes the results of the national loads as a Markdown table.</summary>
internal static class NationalReport
{
    private static readonly (string What, Func<NationalFigures, double> Read, string Format)[] Rows =
    [
        ("new calls a second", figures => figures.Load.Rate, "0.0"),
        ("for", figures => figures.Load.Lasts.TotalMinutes, "0.# 'min'"),
        ("calls on the line at once, on average", figures => figures.OnTheLine, "#,0"),
        ("calls", figures => figures.Calls, "#,0"),
        ("confirmed", figures => figures.Confirmed, "#,0"),
        ("heard \"one moment\"", figures => figures.Moments, "#,0"),
        ("webhook p50", figures => figures.P50, "0.0 'ms'"),
        ("webhook p99", figures => figures.P99, "0 'ms'"),
        ("webhook p99 without a hash", figures => figures.P99WithoutHash, "0 'ms'"),
        ("the longest webhook", figures => figures.Longest, "0 'ms'"),
        ("webhooks over 5 s", figures => figures.OverFiveSeconds, "#,0"),
        ("webhooks answered 429 or 5xx, or not at all", figures => figures.Refused, "#,0"),
        ("server CPU a call, on a real line", figures => figures.ServerMilliseconds, "0.00 'ms'"),
        ("the same without the hashing threads", figures => figures.ServerMillisecondsWithoutHash, "0.00 'ms'"),
        ("database CPU a call, on a real line", figures => figures.DatabaseMilliseconds, "0.00 'ms'"),
        ("CPU share of the server", figures => figures.ServerShare * 100, "0 '%'"),
        ("CPU share of the server without the hashing threads", figures => (figures.ServerShare - figures.HashShare) * 100, "0 '%'"),
        ("CPU share of PostgreSQL", figures => figures.DatabaseShare * 100, "0 '%'"),
        ("CPU share of the generator", figures => figures.GeneratorShare * 100, "0 '%'"),
        ("peak memory of the server", figures => figures.PeakMegabytes, "#,0 'MB'"),
    ];

    /// <summary>Writes the table, with a column for each load.</summary>
    public static string Write(MeasuredMachine machine, IReadOnlyList<NationalFigures> all)
    {
        var text = new StringBuilder(machine.Describe());
        text.Append("100,000 PBKDF2 iterations; callers come as people do (Poisson), and listen and key as long as on a real line.\n\n");
        text.Append(Line("", all.Select(figures => figures.Load.Name))).Append(Line("---", all.Select(_ => "---:")));
        foreach (var (what, read, format) in Rows)
            text.Append(Line(what, all.Select(figures => read(figures).ToString(format, CultureInfo.InvariantCulture))));
        text.Append(all.All(figures => figures.IsClean)
            ? "\nNo call failed, and the rows on record are the confirmed calls.\n"
            : $"\n**Calls failed, or the rows were not the confirmed calls: {string.Join("; ", all.Where(figures => !figures.IsClean).Select(figures => figures.Load.Name))}.**\n");
        if (all.Where(figures => figures.Refused > 0 || figures.OverFiveSeconds > 0).Select(figures => figures.Load.Name).ToList() is { Count: > 0 } late)
            text.Append($"\n**Webhooks were refused, or not answered within 5 s: {string.Join("; ", late)}.**\n");
        return text.ToString();
    }

    private static string Line(string first, IEnumerable<string> cells) => $"| {first} | {string.Join(" | ", cells)} |\n";
}
