using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Tests.Faults.History;

/// <summary>All that callers tried and what they heard, written down when it happens.</summary>
internal sealed class CallHistory
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentQueue<Event> _events = new();
    private int _unconfirmed;

    /// <summary>How many attempts came to another end than "recorded".</summary>
    public int Unconfirmed => Volatile.Read(ref _unconfirmed);

    /// <summary>The caller presses 1 at a summary.</summary>
    public void Started(string fault, string callSid, int entryNo, KeyedEntry entry) =>
        _events.Enqueue(new(DateTimeOffset.UtcNow, fault, callSid, entryNo, "started", entry, Reference: null, Words: null));

    /// <summary>The caller knows what became of it, or never will.</summary>
    public void Came(string fault, string callSid, int entryNo, CallerKnowledge outcome, string? reference, string words)
    {
        _events.Enqueue(new(DateTimeOffset.UtcNow, fault, callSid, entryNo, Kind(outcome), Entry: null, reference, words));
        if (outcome != CallerKnowledge.Recorded)
            Interlocked.Increment(ref _unconfirmed);
    }

    /// <summary>The operations so far. One that did not end is unknown.</summary>
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

    /// <summary>Writes it to a file, an event a line.</summary>
    public Task WriteAsync(string file) => File.WriteAllLinesAsync(file, _events.Select(one => JsonSerializer.Serialize(one, Json)));

    // Jepsen's names, but for the last.
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
