using Dapper;
using Ivr.Server.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// A read replica for pages that may be some seconds old, if one is configured. When it is not available or too old, the primary is read
/// for some seconds, so that not every page waits for it.
/// </summary>
internal sealed class ReplicaSource : IAsyncDisposable
{
    // The servers write this row on the primary every five seconds. The lag that PostgreSQL itself tells grows while nothing is written.
    private const string Recent = "select coalesce(max(seen_at) > now() - @LongestLag, false) from node";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SecuredSource? _source;
    private readonly TimeSpan _longestLag;
    private readonly ILogger<ReplicaSource> _log;
    private long _pausedUntil;

    public ReplicaSource(IConfiguration configuration, IOptions<ReplicaOptions> options, ILogger<ReplicaSource> log)
    {
        (_longestLag, _log) = (options.Value.LongestLag, log);
        if (DatabaseServices.ForReading(configuration) is not { } connectionString)
            return;
        _source = new(connectionString);
        Retry = new(_source.Pool);
    }

    /// <summary>Whether pages should try it now.</summary>
    public bool IsUsable => _source is not null && Environment.TickCount64 >= Volatile.Read(ref _pausedUntil);

    /// <summary>Its connections; null without a replica.</summary>
    public ConnectionRetry? Retry { get; }

    /// <summary>Checks that the replica behind this connection is recent.</summary>
    /// <exception cref="NpgsqlException">It is too old.</exception>
    public async Task CheckAsync(NpgsqlConnection connection)
    {
        if (!await connection.ExecuteScalarAsync<bool>(Recent, new { LongestLag = _longestLag }))
            throw new NpgsqlException($"The read replica is more than {_longestLag.TotalSeconds} s behind.");
    }

    /// <summary>Pages leave it alone for some seconds.</summary>
    public void PauseFor(Exception why)
    {
        _log.LogInformation("Pages are read from the primary, because the read replica cannot be used: {Why}", why.Message);
        Volatile.Write(ref _pausedUntil, Environment.TickCount64 + (long)Pause.TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
    }
}
