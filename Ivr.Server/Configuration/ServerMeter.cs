using System.Diagnostics.Metrics;

namespace Ivr.Server.Configuration;

/// <summary>The meter under which all figures of this server are found: <c>dotnet-counters monitor --counters Ivr.Server</c>.</summary>
internal static class ServerMeter
{
    /// <summary>Its name.</summary>
    public const string Name = "Ivr.Server";

    // Those that the semantic conventions give http.server.request.duration. An exporter's own begin at 5, and are meant for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    /// <summary>The meter; the factory keeps one for all who ask.</summary>
    public static Meter CreateServerMeter(this IMeterFactory meters) => meters.Create(Name);

    /// <summary>A histogram of seconds, fine enough for what a caller waits for.</summary>
    public static Histogram<double> CreateSeconds(this Meter meter, string name, string description) =>
        meter.CreateHistogram(name, "s", description, tags: null, Seconds);
}
