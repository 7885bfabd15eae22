using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Rights;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Readiness check: the database answers, takes writes, has all migrations that this server needs, and the server's role has the rights
/// that it needs. It uses the connections of background work: anyone can request it, and it must neither take a connection of the calls nor
/// open their circuit breaker.
/// </summary>
internal sealed class DatabaseReady(BackgroundDataSource source, DatabaseBreaker breaker, NodeReports reports) : IHealthCheck
{
    // The sender of a readiness request expects an answer within a few seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // At most one write within this time, however many health checks arrive.
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(2);

    private static readonly object Needed = new
    {
        privileges = ServerRights.Each().Select(right => right.Privilege).ToArray(),
        tables = ServerRights.Each().Select(right => right.On).ToArray(),
        columns = ServerRights.Each().Select(right => right.Column).ToArray(),
        sequences = ServerRights.Sequences.ToArray(),
        functions = ServerRights.Functions.ToArray(),
    };

    private sealed record Row(bool Writable, bool Allowed, int? Version);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        const string sql = """
            select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as writable,
                   not exists (select
                               from unnest(@privileges, @tables, @columns) as needed (privilege, relation, attribute)
                               where not case attribute when '' then has_table_privilege(relation, privilege)
                                              else has_column_privilege(relation, attribute, privilege) end)
                       and not exists (select from unnest(@sequences) as sequence where not has_sequence_privilege(sequence, 'USAGE'))
                       and not exists (select from unnest(@functions) as needed where not has_function_privilege(needed, 'EXECUTE')) as allowed,
                   (select max(version) from schema_migration) as version
            """;
        try
        {
            var row = await source.RunAsync(connection => connection.QuerySingleAsync<Row>(sql, Needed)).WaitAsync(Patience, cancellationToken);
            return row switch
            {
                { Writable: false } => HealthCheckResult.Unhealthy("PostgreSQL takes no writes."),
                { Version: var version } when !(version >= Migration.NewestVersion) =>
                    HealthCheckResult.Unhealthy("The database lacks migrations: run the migrate command."),
                { Allowed: false } => HealthCheckResult.Unhealthy("The server's role lacks rights: run the migrate command with --grant-to."),
                _ when breaker.IsOpen => HealthCheckResult.Unhealthy("Calls still go on without PostgreSQL, which answers again.", breaker.Why),
                _ => await WritesAsync(),
            };
        }
        catch (Exception e) when (IsShutOut(e))
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not let the server in.", e);
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer, or has not been migrated.", e);
        }
    }

    // The exception of an open breaker has the fault that opened it as inner exception.
    private static bool IsShutOut(Exception? e) =>
        e is PostgresException { SqlState: ['2', '8', ..] } || (e?.InnerException is { } inner && IsShutOut(inner));

    // A write finds faults that a read does not show: a full disk, or a standby that COMMIT waits for.
    private async Task<HealthCheckResult> WritesAsync()
    {
        try
        {
            await reports.WriteAsync(Recent);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            return HealthCheckResult.Unhealthy("PostgreSQL was asked to write, and did not or not in time.", e);
        }
    }
}
