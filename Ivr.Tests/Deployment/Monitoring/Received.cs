
namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>
/// A span as a collector receives it. <c>Parent</c> is the id of the parent span, empty for none; <c>Failed</c> means that the status is an
/// error; <c>Attributes</c> are texts and whole numbers, by name.
/// </summary>
internal sealed record ReceivedSpan(string Id, string Parent, string Name, bool Failed, IReadOnlyDictionary<string, string> Attributes)
{
    private const ulong Error = 2;

    /// <summary>The spans in a request to <c>/v1/traces</c>.</summary>
    public static IEnumerable<ReceivedSpan> Of(Message traces) =>
        from resource in traces.In(1)
        from scope in resource.In(2)
        from span in scope.In(2)
        select new ReceivedSpan(
            span.Hex(2), span.Hex(4), span.Text(5), span.In(15).Any(status => status.Number(3) == Error), Received.Attributes(span.In(9)));
}

/// <summary>
/// A point of a metric as a collector receives it. <c>Bounds</c> are the ends of the buckets of a histogram, null for other metrics;
/// <c>Attributes</c> are texts and whole numbers, by name.
/// </summary>
internal sealed record ReceivedPoint(string Name, string Unit, IReadOnlyList<double>? Bounds, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The points in a request to <c>/v1/metrics</c>.</summary>
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
