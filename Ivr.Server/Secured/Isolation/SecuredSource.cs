using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>The connections of the pages, apart from those of the calls.</summary>
internal sealed class SecuredSource : IAsyncDisposable
{
    private const int MaxConnections = 6;
    private const int CommandSeconds = 8;

    // PostgreSQL itself ends what takes too long: a cancelled page must not go on reading. Compiling a query that touches many
    // partitions takes it seconds, and spares milliseconds.
    private const string SessionSettings = "-c jit=off -c statement_timeout=8000 -c idle_in_transaction_session_timeout=20000";

    /// <summary>Opens nothing yet.</summary>
    /// <param name="connectionString">The database of the calls.</param>
    public SecuredSource(string connectionString) => Pool = DatabaseServices.CreateSource(connectionString, settings =>
    {
        settings.ApplicationName = "ivr-secured";
        settings.MaxPoolSize = MaxConnections;
        settings.MinPoolSize = 0;
        settings.CommandTimeout = CommandSeconds;
        settings.Options = $"{settings.Options} {SessionSettings}";
    });

    /// <summary>The pool.</summary>
    public NpgsqlDataSource Pool { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
