using Npgsql;

namespace Ivr.Server.Database;

/// <summary>
/// PostgreSQL connections for background work: a small pool of its own, so that it never takes a connection of the calls. Writes on these
/// connections prove nothing and wait for no standby, unless a transaction asks for that.
/// </summary>
internal sealed class BackgroundDataSource : IAsyncDisposable
{
    public const int MaxConnections = 3;

    private const int MaxPrepared = 10;

    private readonly NpgsqlDataSource _source;
    private readonly ConnectionRetry _retry;

    public BackgroundDataSource(IConfiguration configuration)
    {
        _source = DatabaseServices.CreateSource(
            DatabaseServices.RequireDirect(configuration),
            settings =>
            {
                (settings.MinPoolSize, settings.MaxPoolSize) = (0, MaxConnections);
                settings.ApplicationName = "ivr-side";
                // Nothing that runs here leaves session state behind.
                settings.NoResetOnClose = true;
                // PostgreSQL needs as long to plan the trace's statement as to write several rows. The statement mostly has few rows, and
                // the plan is the same for any number of rows. So each connection plans it once.
                (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (MaxPrepared, 2);
                settings.Options += " -c synchronous_commit=off -c plan_cache_mode=force_generic_plan";
            });
        _retry = new(_source);
    }

    /// <summary>Runs work on a connection, and once more when the connection is broken. So the work must be idempotent.</summary>
    /// <exception cref="NpgsqlException">The database is not available, refused, or no connection was free in time.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) => _retry.RunAsync(work);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
