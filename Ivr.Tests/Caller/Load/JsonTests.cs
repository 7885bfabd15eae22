using System.Text.Json;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>The names of the figures do not change, because runs of different days are compared by them.</summary>
public sealed class JsonTests(TestCluster cluster) : LoadTest(cluster)
{
    private static readonly string[] Times = ["count", "mean", "p50", "p90", "p99", "p999", "max"];

    [Fact]
    public async Task All_figures_are_there()
    {
        Assert.Equal(0, await Desk.LoadAsync(["--rate", "10", "--calls", "3", "--server-pid", $"{Environment.ProcessId}", .. Database]));

        Names(
            Desk.Json, "server", "began", "seconds", "script", "plan", "interrupted", "cores", "calls", "webhooks", "generator", "serverProcess", "rows");
        Names(Desk.Json.GetProperty("plan"), "perSecond", "arrivals", "rampSeconds", "warmUpSeconds", "calls");
        Names(Desk.Calls, "made", "confirmed", "unconfirmed", "failed", "failures", "moments", "warmedUp", "confirmedPerSecond", "milliseconds");
        Names(Desk.Webhooks, "count", "byStatus", "overFiveSeconds", "milliseconds", "withoutPasswordMilliseconds", "steps");
        Names(Desk.Json.GetProperty("serverProcess"), "seconds", "share", "millisecondsPerCall", "threadsMillisecondsPerCall", "peakMemoryMegabytes");
        Names(Desk.Json.GetProperty("rows"), "isEqual", "confirmed", "recorded", "missing", "surplus", "unheard");
        Names(Desk.Webhooks.GetProperty("milliseconds"), Times);
        Assert.NotEqual(0, Desk.Webhooks.GetProperty("steps").GetArrayLength());
        Assert.All(Desk.Webhooks.GetProperty("steps").EnumerateArray(), step => Names(step.GetProperty("milliseconds"), Times));
    }

    [Fact]
    public async Task Percentiles_rise_to_the_longest()
    {
        Assert.Equal(0, await Desk.LoadAsync("--calls", "30"));

        var times = Times[2..].Select(name => Desk.Webhooks.GetProperty("milliseconds").GetProperty(name).GetDouble()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times[0] > 0);
        var mean = Desk.Webhooks.GetProperty("milliseconds").GetProperty("mean").GetDouble();
        Assert.InRange(mean, times[0] / 10, times[^1]);
    }

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
}
