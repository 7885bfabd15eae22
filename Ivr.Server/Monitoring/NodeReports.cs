using System.Diagnostics;

namespace Ivr.Server.Monitoring;

/// <summary>Writes this server's row, for one at a time. That it could be written is what shows that the database takes writes.</summary>
internal sealed class NodeReports(NodeTable table) : IDisposable
{
    // Whoever asks for readiness wants an answer within a few seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1);
    private long _written;
    private bool _isWritten;

    /// <summary>Has the row written, unless that was done within so long.</summary>
    /// <param name="within">How old a write is as good as a new one; however many ask, no more are made.</param>
    /// <exception cref="Npgsql.NpgsqlException">The database is away, or takes no writes.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
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

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
