using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ivr.Tests.Security;

/// <summary>Records all activities of this process, from every source except the phone's own HTTP requests.</summary>
internal sealed class CapturedTraces : IDisposable
{
    private const string Phone = "System.Net.Http";

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _listener;

    public CapturedTraces()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name != Phone,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>One line for each activity, with its tags, events and baggage.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose() => _listener.Dispose();

    private void Note(Activity activity) => _lines.Enqueue(string.Join(
        " | ",
        [
            activity.Source.Name,
            activity.DisplayName,
            activity.StatusDescription ?? "",
            .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Events.Select(@event => $"{@event.Name}: {string.Join(", ", @event.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}"),
            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ]));
}
