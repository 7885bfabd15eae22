using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Tests.Faults.History;

/// <summary>Records what callers did and heard, at the time when it happens.</summary>
internal sealed class OperationHistory
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentQueue<Event> _events = new();
    private int _unconfirmed;
    private int _recorded;

    /// <summary>The number of attempts with another outcome than "recorded".</summary>
    public int Unconfirmed => Volatile.Read(ref _unconfirmed);

    /// <summary>The number of attempts with the outcome "recorded".</summary>
    public int Recorded => Volatile.Read(ref _recorded);

    /// <summary>The caller presses 1 at a summary.</summary>
    public void Started(string fault, string callSid, int entryNo, KeyedEntry entry) =>
        _events.Enqueue(new(DateTimeOffset.UtcNow, fault, callSid, entryNo, "started", entry, Reference: null, Words: null));

    /// <summary>The caller knows the outcome of the attempt, or will never know it.</summary>
    public void Came(string fault, string callSid, int entryNo, CallerKnowledge outcome, string? reference, string words)
    {
        _events.Enqueue(new(DateTimeOffset.UtcNow, fault, callSid, entryNo, Kind(outcome), Entry: null, reference, words));
        if (outcome == CallerKnowledge.Recorded)
            Interlocked.Increment(ref _recorded);
        else
            Interlocked.Increment(ref _unconfirmed);
    }

    /// <summary>The longest time since then in which no caller heard "recorded".</summary>
    public TimeSpan LongestWithoutRecord(DateTimeOffset since)
    {
        var recorded = Kind(CallerKnowledge.Recorded);
        var moments = _events.Where(one => one.Kind == recorded && one.Moment > since).Select(one => one.Moment).Prepend(since).Append(DateTimeOffset.UtcNow).Order().ToList();
        return moments.Zip(moments.Skip(1), (one, next) => next - one).Max();
    }

    /// <summary>The attempts so far. An attempt without an end has an unknown outcome.</summary>
    public IReadOnlyList<Operation> Operations() =>
    [
        .. _events.GroupBy(one => (one.CallSid, one.EntryNo)).Select(events =>
        {
            var start = events.First(one => one.Entry is not null);
            var end = events.LastOrDefault(one => one.Entry is null);
            return new Operation(
                start.Fault, start.CallSid, start.EntryNo, start.Entry!, end is null ? CallerKnowledge.Unknown : Read(end.Kind), end?.Reference);
        }),
    ];

    /// <summary>Writes the history to a file, one event per line.</summary>
    public Task WriteAsync(string file) => File.WriteAllLinesAsync(file, _events.Select(one => JsonSerializer.Serialize(one, Json)));

    // Named after Jepsen's outcomes. "left" has no counterpart there.
    private static string Kind(CallerKnowledge outcome) => outcome switch
    {
        CallerKnowledge.Recorded => "ok",
        CallerKnowledge.NotRecorded => "failed",
        CallerKnowledge.Left => "left",
        _ => "unknown",
    };

    private static CallerKnowledge Read(string kind) => kind switch
    {
        "ok" => CallerKnowledge.Recorded,
        "failed" => CallerKnowledge.NotRecorded,
        "left" => CallerKnowledge.Left,
        _ => CallerKnowledge.Unknown,
    };
}
