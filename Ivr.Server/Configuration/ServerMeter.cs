using System.Diagnostics.Metrics;

namespace Ivr.Server.Configuration;

/// <summary>The meter of all metrics of this server: <c>dotnet-counters monitor --counters Ivr.Server</c>.</summary>
internal static class ServerMeter
{
    public const string Name = "Ivr.Server";

    // The boundaries that the semantic conventions define for http.server.request.duration. The default boundaries of an exporter begin at
    // 5 and are meant for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    /// <summary>The meter. The factory returns the same one to all callers.</summary>
    public static Meter CreateServerMeter(this IMeterFactory meters) => meters.Create(Name);

    /// <summary>A histogram of seconds with buckets that are fine enough for the waiting times of callers.</summary>
    public static Histogram<double> CreateSeconds(this Meter meter, string name, string description) =>
        meter.CreateHistogram(name, "s", description, tags: null, Seconds);
}
