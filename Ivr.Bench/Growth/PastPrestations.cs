using Dapper;
using Ivr.Bench.Rounds;
using Npgsql;

namespace Ivr.Bench.Growth;

/// <summary>
/// Fills a database as years of calls do, with generated prestations of its workers and clients, spread over the months of three years.
/// Some workers call more than others. Each worker has eight clients. Callers' numbers older than half a year are empty, as after the
/// purge.
/// </summary>
/// <remarks>
/// The rows are written by the superuser, without triggers and foreign keys, because nobody must be notified of them. The table's checks
/// and indexes apply to each row.
/// </remarks>
internal static class PastPrestations
{
    private const int Months = 36;

    /// <summary>
    /// Writes <paramref name="count"/> prestations. <paramref name="database"/> is the connection string of the superuser. The database has
    /// workers and clients. A cancellation takes effect between two months.
    /// </summary>
    /// <exception cref="BenchException">The number of written rows is wrong.</exception>
    public static async Task WriteAsync(string database, int count, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database)
        {
            CommandTimeout = 0,
            Options = "-c session_replication_role=replica -c synchronous_commit=off",
        }.ConnectionString);
        List<(DateTime Month, int Count)> months = [];
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            var thisMonth = await connection.QuerySingleAsync<DateTime>("select date_trunc('month', current_date)::timestamp");
            for (var ago = 0; ago < Months; ago++)
            {
                var month = thisMonth.AddMonths(-ago);
                await connection.ExecuteAsync("select add_prestation_partition(@month::date)", new { month });
                months.Add((month, (int)((count * (ago + 1L) / Months) - (count * (long)ago / Months))));
            }
        }

        var written = 0;
        await Parallel.ForEachAsync(
            months, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, WriteAsync);

        if (written != count)
            throw new BenchException($"{written} prestations were written, and not {count}.");

        async ValueTask WriteAsync((DateTime Month, int Count) month, CancellationToken token)
        {
            await using var connection = await source.OpenConnectionAsync(token);
            Interlocked.Add(ref written, await connection.ExecuteAsync(Insert, new { month.Month, month.Count }));
        }
    }

    // The random values are drawn once for each row, before the joins. Days end with yesterday.
    private const string Insert = """
        with drawn as materialized (
            select number,
                   1 + floor((select count(*) from worker) * power(random(), 1.5))::bigint as worker_place,
                   floor(8 * random())::bigint as regular,
                   @month::date + floor(greatest(1, least(@month::date + interval '1 month', current_date)::date - @month::date) * random())::integer as day,
                   random() as time, random() as kind, random() as length
            from generate_series(1, @count) as number
        ), placed_worker as (
            select id, company_id, row_number() over (order by id) as place from worker
        ), placed_client as (
            select id, region, row_number() over (order by id) as place from client
        )
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                call_sid, entry_no, possible_duplicate)
        select worker.company_id, worker.id, client.id, client.region,
               case when kind < 0.85 then 1 else 2 + floor(3 * (kind - 0.85) / 0.15) end,
               1 + floor(4 * length),
               day,
               (day + time '08:00' + time * interval '11 hours') at time zone 'Europe/Brussels',
               case client.region when 'wallonia' then 'wallonia' else 'flanders-brussels' end,
               case client.region when 'wallonia' then '+3280035180' else '+3280035530' end,
               case when day > current_date - interval '6 months' then '+32470' || lpad(worker.id::text, 6, '0') else '' end,
               'CA' || md5(@month::text || ' ' || number), 1, false
        from drawn
        join placed_worker as worker on worker.place = worker_place
        join placed_client as client on client.place = 1 + (worker_place * 7919 + regular * 104729) % (select count(*) from client)
        """;
}
