using System.Globalization;

namespace Ivr.Tests.Faults.Overload;

/// <summary>Formats the figures of loads as a Markdown table with one row for each load.</summary>
internal static class OverloadTable
{
    private static readonly string[] Columns =
    [
        "load", "calls/s", "calls", "confirmed", "one moment, calls", "times at most", "hash p50", "p99", "max", "other p50", "p99", "max", "5xx, 429",
    ];

    public static string Of(IEnumerable<(string Name, OverloadResult Result)> loads) => string.Join(
        '\n',
        [
            Row(Columns),
            Row(Columns.Select(_ => "---")),
            .. loads.Select(load => Row(Cells(load.Name, load.Result))),
        ]);

    private static IEnumerable<string> Cells(string name, OverloadResult load)
    {
        var hashed = Sorted(load, webhook => webhook.WasHashed);
        var other = Sorted(load, webhook => !webhook.WasHashed);
        return
        [
            name,
            load.PerSecond.ToString("0.0", CultureInfo.InvariantCulture),
            $"{load.Calls.Count}",
            $"{load.Calls.Count(call => call.IsConfirmed)}",
            $"{load.Calls.Count(call => call.Moments > 0)}",
            $"{load.Calls.Max(call => call.Moments)}",
            .. Percentiles(hashed),
            .. Percentiles(other),
            $"{load.Webhooks.Count(webhook => (int)webhook.Status is >= 500 or 429)}",
        ];
    }

    private static List<TimeSpan> Sorted(OverloadResult load, Func<Webhook, bool> which) => [.. load.Webhooks.Where(which).Select(webhook => webhook.Took).Order()];

    private static IEnumerable<string> Percentiles(List<TimeSpan> sorted) =>
        sorted.Count == 0 ? ["-", "-", "-"] : new[] { 0.5, 0.99, 1 }.Select(part => Milliseconds(sorted[(int)Math.Ceiling(part * sorted.Count) - 1]));

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms";

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
