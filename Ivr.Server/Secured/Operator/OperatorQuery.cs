using Dapper;
using Ivr.Server.CallTrace;
using Ivr.Server.Secured.Isolation;
using Npgsql;

namespace Ivr.Server.Secured.Operator;

/// <summary>
/// Queries the state of the line. For any number of viewers, a node queries the database at most once in two seconds for each period.
/// </summary>
internal sealed class OperatorQuery(CompanyDb db, TimeProvider clock) : IDisposable
{
    private const string Sql = """
        select extract(epoch from started_at - @Since)::integer / @ColumnSeconds as "column", line, language, count(*)::integer as calls
        from call where started_at >= @Since group by 1, 2, 3;

        select count(*)::integer from call where seconds is null and ended_at is null and last_at >= @Live;

        select asked.key as step, count(*)::integer as calls, sum(asked.value::integer)::integer as asked,
               coalesce(sum((asked_again ->> asked.key)::integer), 0)::integer as asked_again
        from call cross join jsonb_each_text(asked) as asked
        where started_at >= @Since group by 1;

        select outcome, count(*)::integer as calls from call where started_at >= @Since group by 1;

        select least(seconds / @Width, @Bins - 1) as bin, count(*)::integer as calls
        from call where started_at >= @Since and seconds is not null group by 1;

        select unnest(percentile_cont(array[0.5, 0.9, 0.99]) within group (order by seconds))
        from call where started_at >= @Since and seconds is not null;

        select node::integer, started_at, ended_at, lines, calls_hit from incident order by started_at desc limit 5;

        select count(*)::integer
        from call
        where started_at >= @Since
              and (outcome in (@Failed, @Left) or exists (select from incident_call where incident_call.call_sid = call.call_sid));

        select name, seen_at, seen_at < now() - interval '30 seconds' as is_silent, stopped_at is not null as is_stopped, write_seconds, without_database, hashing_threads, hash_seconds,
               passwords_waiting, passwords_refused, trace_waiting, trace_lost
        from node where seen_at >= now() - interval '1 hour' and coalesce(stopped_at >= now() - interval '10 minutes', true) order by name;
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<OperatorPeriod, (long At, OperatorReport Report)> _known = [];

    /// <summary>Queries the database, unless a report is less than two seconds old.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public async Task<OperatorReport> AskAsync(OperatorPeriod period, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_known.TryGetValue(period, out var known) && TimeProvider.System.GetElapsedTime(known.At) < Fresh)
                return known.Report;
            var report = await db.ReadAsServerAsync(connection => AskAsync(connection, period), cancellation);
            _known[period] = (TimeProvider.System.GetTimestamp(), report);
            return report;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<OperatorReport> AskAsync(NpgsqlConnection connection, OperatorPeriod period)
    {
        var now = clock.GetUtcNow();
        await using var results = await connection.QueryMultipleAsync(Sql, new
        {
            Since = period.Since(now),
            ColumnSeconds = (int)period.Column.TotalSeconds,
            Live = (now - CallTable.Longest).UtcDateTime,
            SecondsCount.Width,
            SecondsCount.Bins,
            CallOutcome.Failed,
            CallOutcome.Left,
        });
        return new(now, period)
        {
            Begun = (await results.ReadAsync<Begun>()).AsList(),
            Now = await results.ReadSingleAsync<int>(),
            Steps = (await results.ReadAsync<StepCount>()).AsList(),
            Outcomes = (await results.ReadAsync<OutcomeCount>()).AsList(),
            Seconds = (await results.ReadAsync<SecondsCount>()).AsList(),
            Percentiles = (await results.ReadAsync<double>()).AsList(),
            Outages = (await results.ReadAsync<Outage>()).AsList(),
            Hit = await results.ReadSingleAsync<int>(),
            Nodes = (await results.ReadAsync<NodeRow>()).AsList(),
        };
    }
}
