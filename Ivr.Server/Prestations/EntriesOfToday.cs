using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;

namespace Ivr.Server.Prestations;

/// <summary>Reads a worker's own entries of the day of the call, some at a time.</summary>
internal sealed class EntriesOfToday(Db db)
{
    private const string Sql = """
        select count(*) over ()::integer as count, reference, last_digits, hours, is_waiting
        from entries_of_day(@WorkerId, @Date)
        order by made_at, reference
        offset @Said limit @MaxAtOnce
        """;

    /// <summary>The next entries to say. <paramref name="call"/> is the call at its list.</summary>
    public async Task<EntryList> NextAsync(Call call)
    {
        var said = call.Entries?.Said ?? 0;
        var rows = await db.RunAsync(connection => connection.QueryAsync<Row>(
            Sql, new { call.WorkerId, call.Date, Said = said, EntryList.MaxAtOnce }));
        OwnEntry[] page = [.. rows.Select(row => new OwnEntry(row.Reference, row.LastDigits, row.Hours, row.IsWaiting))];
        return new(rows.FirstOrDefault()?.Count ?? said, said, page);
    }

    private sealed class Row
    {
        public int Count { get; init; }

        public string Reference { get; init; } = "";

        public string LastDigits { get; init; } = "";

        public int Hours { get; init; }

        public bool IsWaiting { get; init; }
    }
}
