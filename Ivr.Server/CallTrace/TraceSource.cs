using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.CallTrace;

/// <summary>
/// The trace's own way to PostgreSQL: one connection, beside those of the calls. What is written here proves nothing, so it waits for no
/// standby.
/// </summary>
public sealed class TraceSource(IConfiguration configuration) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = DatabaseServices.CreateSource(
        VoiceServer.RequireConnectionString(configuration),
        settings =>
        {
            (settings.MinPoolSize, settings.MaxPoolSize) = (0, 1);
            settings.ApplicationName = "ivr-trace";
            settings.Options += " -c synchronous_commit=off";
        });

    /// <summary>Opens the connection.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<NpgsqlConnection> OpenAsync() => await _source.OpenConnectionAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
