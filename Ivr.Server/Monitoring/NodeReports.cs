using System.Diagnostics;

namespace Ivr.Server.Monitoring;

/// <summary>Writes this node's row, one write at a time. A successful write shows that the database takes writes.</summary>
internal sealed class NodeReports(NodeTable table) : IDisposable
{
    // The sender of a readiness request expects an answer within a few seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1);
    private long _written;
    private bool _isWritten;

    /// <summary>
    /// Writes the row, unless the last write is not older than <paramref name="within"/>. Many callers therefore cause only one write.
    /// </summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is not available, or takes no writes.</exception>
    /// <exception cref="TimeoutException">The write took too long.</exception>
    public async Task WriteAsync(TimeSpan within)
    {
        if (!await _one.WaitAsync(Patience))
            throw new TimeoutException();
        try
        {
            if (_isWritten && Stopwatch.GetElapsedTime(_written) < within)
                return;
            _isWritten = false;
            await table.ReportAsync().WaitAsync(Patience);
            _isWritten = true;
            _written = Stopwatch.GetTimestamp();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
