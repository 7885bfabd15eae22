using Npgsql;

namespace Ivr.Server.Database;

/// <summary>
/// The way to PostgreSQL of what is done beside the calls: a few connections of its own, so that it can never take one of theirs. What is
/// written here proves nothing and waits for no standby, unless it says that it wants to.
/// </summary>
internal sealed class BackgroundDataSource : IAsyncDisposable
{
    /// <summary>Most connections at once.</summary>
    public const int MaxConnections = 3;

    private const int MaxPrepared = 10;

    private readonly NpgsqlDataSource _source;
    private readonly ConnectionRetry _retry;

    /// <summary>Opens nothing yet.</summary>
    public BackgroundDataSource(IConfiguration configuration)
    {
        _source = DatabaseServices.CreateSource(
            DatabaseServices.RequireConnectionString(configuration),
            settings =>
            {
                (settings.MinPoolSize, settings.MaxPoolSize) = (0, MaxConnections);
                settings.ApplicationName = "ivr-side";
                // To plan the trace's statement takes PostgreSQL as long as to write several rows, it mostly has few, and the plan is the same for
                // any. So a connection has that done once.
                (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (MaxPrepared, 2);
                settings.Options += " -c synchronous_commit=off -c plan_cache_mode=force_generic_plan";
            });
        _retry = new(_source);
    }

    /// <summary>Runs work on a connection; once more when the connection turns out to be broken, so it must bear being done twice.</summary>
    /// <exception cref="NpgsqlException">The database is away, refused, or all connections are in use for too long.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) => _retry.RunAsync(work);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
