using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>The connection pool of the pages, separate from the pool of the calls.</summary>
internal sealed class SecuredSource : IAsyncDisposable
{
    public const int MaxConnections = 6;

    private const int CommandSeconds = 8;

    // PostgreSQL itself ends a query that takes too long: a cancelled page must not go on reading. JIT compilation of a query on many
    // partitions takes seconds and saves milliseconds.
    private const string SessionSettings = "-c jit=off -c statement_timeout=8000 -c idle_in_transaction_session_timeout=20000";

    public SecuredSource(string connectionString) => Pool = DatabaseServices.CreateSource(connectionString, settings =>
    {
        settings.ApplicationName = "ivr-secured";
        settings.MaxPoolSize = MaxConnections;
        settings.MinPoolSize = 0;
        settings.CommandTimeout = CommandSeconds;
        settings.Options = $"{settings.Options} {SessionSettings}";
    });

    public NpgsqlDataSource Pool { get; }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
