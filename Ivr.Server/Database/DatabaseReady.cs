using Dapper;
using Ivr.Server.Database.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ivr.Server.Database;

/// <summary>Ready means: the database answers, takes writes, and has every table this server needs.</summary>
public sealed class DatabaseReady(Db db) : IHealthCheck
{
    private sealed record Row(bool Writable, int? Version);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        const string sql = """
            select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as writable,
                   (select max(version) from schema_migration) as version
            """;
        try
        {
            var row = await db.RunAsync(connection => connection.QuerySingleAsync<Row>(sql));
            return row switch
            {
                { Writable: false } => HealthCheckResult.Unhealthy("PostgreSQL takes no writes."),
                { Version: var version } when version >= Migration.All[^1].Version => HealthCheckResult.Healthy(),
                _ => HealthCheckResult.Unhealthy("The database lacks migrations: run the migrate command."),
            };
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer, or has not been migrated.", e);
        }
    }
}
