using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Ivr.Bench.Rounds;

/// <summary>
/// Watches the metric <c>ivr.passwords.hash.batch</c> of a server in another process, as dotnet-counters does: how many passwords a thread
/// hashed together.
/// </summary>
internal sealed class HashBatches : IAsyncDisposable
{
    private const string Metrics = "System.Diagnostics.Metrics";
    private const string Batch = @"Ivr.Server\ivr.passwords.hash.batch";
    private const int Values = 2;

    private readonly EventPipeSession _session;
    private readonly Task _reading;
    private long _batches;
    private double _passwords;
    private bool _isStopped;

    private HashBatches(EventPipeSession session)
    {
        _session = session;
        _reading = Task.Run(Read);
    }

    /// <summary>Begins to watch a process. A process without this metric is watched in vain.</summary>
    public static HashBatches Watch(int processId)
    {
        var what = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SessionId"] = Guid.NewGuid().ToString(), ["Metrics"] = Batch, ["RefreshInterval"] = "1", ["MaxTimeSeries"] = "1", ["MaxHistograms"] = "1",
        };
        var provider = new EventPipeProvider(Metrics, EventLevel.Informational, Values, what);
        return new(new DiagnosticsClient(processId).StartEventPipeSession([provider], requestRundown: false));
    }

    /// <summary>Stops watching.</summary>
    /// <returns>The mean number of passwords of a batch; null when there was no batch.</returns>
    public async Task<double?> MeanAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        return _batches > 0 ? _passwords / _batches : null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _session.Dispose();
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_isStopped)
            return;
        _isStopped = true;
        await _session.StopAsync(cancellationToken);
        await _reading;
    }

    private void Read()
    {
        using var source = new EventPipeEventSource(_session.EventStream);
        source.Dynamic.AddCallbackForProviderEvent(Metrics, "HistogramValuePublished", Add);
        source.Process();
    }

    // The server publishes the batches of each second.
    private void Add(TraceEvent second)
    {
        _batches += (int)second.PayloadByName("count");
        _passwords += (double)second.PayloadByName("sum");
    }
}
