using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.History;

public sealed class CallHistoryTests
{
    private static readonly KeyedEntry Entry = new("980000000011", TestData.InFlanders, 1, 3, 3, 12);

    [Fact]
    public void An_attempt_that_did_not_end_is_unknown()
    {
        var history = new OperationHistory();
        history.Started("none", "CA1", 1, Entry);
        Assert.Equal(new Operation("none", "CA1", 1, Entry, CallerKnowledge.Unknown, Reference: null), Assert.Single(history.Operations()));
    }

    [Fact]
    public async Task Each_event_is_a_line_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var history = new OperationHistory();
        history.Started("none", "CA1", 1, Entry);
        history.Came("none", "CA1", 1, CallerKnowledge.Recorded, "123456788", "Geregistreerd.");
        history.Started("none", "CA1", 2, Entry with { Hours = 4 });
        history.Came("none", "CA1", 2, CallerKnowledge.NotRecorded, reference: null, "Deze prestatie is niet geregistreerd.");
        await history.WriteAsync(folder.In("history.jsonl"));

        var lines = await File.ReadAllLinesAsync(folder.In("history.jsonl"), TestContext.Current.CancellationToken);
        Assert.Collection(
            lines,
            line => Assert.Contains("\"Kind\":\"started\"", line, StringComparison.Ordinal),
            line => Assert.Contains("\"Kind\":\"ok\"", line, StringComparison.Ordinal),
            line => Assert.Contains("\"Hours\":4", line, StringComparison.Ordinal),
            line => Assert.Contains("\"Kind\":\"failed\"", line, StringComparison.Ordinal));
        Assert.Equal([(1, CallerKnowledge.Recorded), (2, CallerKnowledge.NotRecorded)], history.Operations().Select(one => (one.EntryNo, one.Outcome)));
    }
}
