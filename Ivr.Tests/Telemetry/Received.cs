namespace Ivr.Tests.Telemetry;

/// <summary>A span as a collector gets it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the span that it is a part of; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Failed">Whether its status is an error.</param>
/// <param name="Attributes">Texts and whole numbers, by name.</param>
internal sealed record ReceivedSpan(string Id, string Parent, string Name, bool Failed, IReadOnlyDictionary<string, string> Attributes)
{
    private const ulong Error = 2;

    /// <summary>The spans of a request to <c>/v1/traces</c>.</summary>
    public static IEnumerable<ReceivedSpan> Of(Message traces) =>
        from resource in traces.In(1)
        from scope in resource.In(2)
        from span in scope.In(2)
        select new ReceivedSpan(
            span.Hex(2), span.Hex(4), span.Text(5), span.In(15).Any(status => status.Number(3) == Error), Received.Attributes(span.In(9)));
}

/// <summary>A point of a metric as a collector gets it.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bounds">Where the buckets of a histogram end; null for what is none.</param>
/// <param name="Attributes">Texts and whole numbers, by name.</param>
internal sealed record ReceivedPoint(string Name, string Unit, IReadOnlyList<double>? Bounds, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The points of a request to <c>/v1/metrics</c>.</summary>
    public static IEnumerable<ReceivedPoint> Of(Message metrics) =>
        from resource in metrics.In(1)
        from scope in resource.In(2)
        from metric in scope.In(2)
        from point in Histograms(metric).Concat(Numbers(metric))
        select point;

    private static IEnumerable<ReceivedPoint> Histograms(Message metric) =>
        from data in metric.In(9)
        from point in data.In(1)
        select new ReceivedPoint(metric.Text(1), metric.Text(3), point.Doubles(7), Received.Attributes(point.In(9)));

    // Gauges and sums.
    private static IEnumerable<ReceivedPoint> Numbers(Message metric) =>
        from data in metric.In(5).Concat(metric.In(7))
        from point in data.In(1)
        select new ReceivedPoint(metric.Text(1), metric.Text(3), Bounds: null, Received.Attributes(point.In(7)));
}

/// <summary>What spans and points have in common.</summary>
file static class Received
{
    public static IReadOnlyDictionary<string, string> Attributes(IEnumerable<Message> attributes) => attributes.ToDictionary(
        attribute => attribute.Text(1),
        attribute => attribute.In(2).Select(value => value.Number(3) is { } number ? $"{number}" : value.Text(1)).SingleOrDefault(""),
        StringComparer.Ordinal);
}
