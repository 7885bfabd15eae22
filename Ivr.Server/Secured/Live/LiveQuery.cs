using System.Globalization;
using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Today;
using Ivr.Server.Words;
using Npgsql;

namespace Ivr.Server.Secured.Live;

/// <summary>Queries what a company has not seen yet.</summary>
/// <remarks>
/// Entries become visible in the order of their COMMITs, and no number that is assigned before the COMMIT has that order. A query for
/// "everything after the last reference, time or sequence" loses an entry whose transaction began earlier and ended later than one that was
/// seen. So the position is a snapshot: it says which transactions had ended at the last query. The next query returns what the other
/// transactions recorded and corrected, and nothing else, however long one of them takes. A page made from two queries may get an entry
/// twice; it drops the repeat by its reference. Positions survive a failover. A position in the future, which exists after a backup was
/// restored, counts as none; the page itself has shown what was recorded in that future.
/// </remarks>
internal sealed class LiveQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>The position of a reader who has seen everything that is visible now.</summary>
    internal const string Position = "select pg_current_snapshot()::text";

    // The position comes first: what is committed between the statements is seen now and queried again, never skipped.
    private const string Before = $"{Position}; {TodayDays.OldestAccepted};";

    private const string OldestFirst = "order by entry.recorded_at, entry.id limit @MaxRows";

    // A reader without a position gets every entry as it is now.
    private static readonly string IsNew = $"and entry.recorded_at >= @Midnight and (@Seen::pg_snapshot is null or {IsUnseen("entry.recorded_in")})";

    private static readonly string IsCorrected = $"""
        and entry.recorded_at >= @Midnight
        and entry.id = any (array(
            select prestation_id from prestation_correction where company_id = @CompanyId and {IsUnseen("made_in")}))
        """;

    private static readonly string Sql = $"""
        {EntrySql.Select(IsNew, OldestFirst)};
        {EntrySql.Select(IsCorrected, OldestFirst)};
        {TodayQuery.Totals};
        {WaitingEntries.Sql};
        """;

    /// <summary>The position of a reader who has seen everything up to now.</summary>
    public Task<LivePosition> NowAsync(long companyId, CancellationToken cancellation) => db.AsCompanyAsync(
        companyId, async connection => Read(await connection.QuerySingleAsync<string>(Position)), cancellation);

    /// <summary>What is new since a position; everything of today when it is null.</summary>
    public Task<LiveBatch> SinceAsync(long companyId, LivePosition? since, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.AsCompanyAsync(
            companyId,
            async connection =>
            {
                var (today, midnight) = (BrusselsTime.DateOf(now), BrusselsTime.MidnightBefore(now));
                await using var before = await connection.QueryMultipleAsync(Before, new { CompanyId = companyId, Midnight = midnight });
                var position = Read(await before.ReadSingleAsync<string>());
                var seen = since?.Next <= position.Next ? since : null;
                var days = TodayDays.Of(today, await before.ReadSingleAsync<DateOnly?>());
                var asked = new
                {
                    CompanyId = companyId,
                    Oldest = (seen?.Oldest ?? 0).ToString(CultureInfo.InvariantCulture),
                    Seen = seen?.Text,
                    Midnight = midnight,
                    days.First,
                    days.Last,
                    TodayQuery.MaxRows,
                };
                List<Entry> entries, corrected;
                TodayTotals totals;
                int waiting;
                await using (var results = await connection.QueryMultipleAsync(Sql, asked))
                {
                    entries = (await results.ReadAsync<Entry>()).AsList();
                    corrected = (await results.ReadAsync<Entry>()).AsList();
                    totals = await results.ReadSingleAsync<TodayTotals>();
                    waiting = await results.ReadSingleAsync<int>();
                }

                var batch = new LiveBatch(position, today, entries, corrected, totals, waiting, []);
                return batch with { Workers = await WorkersOfAsync(connection, batch, asked) };
            },
            cancellation);
    }

    // Only of the workers who have something new: a company may have thousands.
    private static async Task<IReadOnlyList<WorkerTotal>> WorkersOfAsync(NpgsqlConnection connection, LiveBatch batch, object asked)
    {
        var logins = batch.Entries.Concat(batch.Corrected).Select(entry => entry.WorkerLogin).Distinct().ToArray();
        if (logins.Length == 0 || batch.IsTooLong)
            return [];
        var parameters = new DynamicParameters(asked);
        parameters.Add("Logins", logins);
        return (await connection.QueryAsync<WorkerTotal>(TodayQuery.OfWorkers, parameters)).AsList();
    }

    // The transaction had not ended at the position. The bounds let PostgreSQL use an index.
    private static string IsUnseen(string transaction) => $"""
        {transaction} >= @Oldest::xid8 and {transaction} < pg_snapshot_xmax(pg_current_snapshot()) and not pg_visible_in_snapshot({transaction}, @Seen::pg_snapshot)
        """;

    private static LivePosition Read(string position) =>
        LivePosition.Read(position) ?? throw new InvalidOperationException("PostgreSQL gave a snapshot that is none.");
}
