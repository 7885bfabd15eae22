using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;

namespace Ivr.Server.Emergency;

/// <summary>
/// Limits the entries that callers leave for a locked login, whether a worker has this login or not. Each entry takes a place in the database
/// before the caller fills it in, so the limits hold for all nodes. The same entry of the same call keeps its place.
/// </summary>
internal sealed class LockedLogins(Db db)
{
    private const int MaxPerCall = 3;
    private const int MaxPerDay = 5;

    /// <summary>Takes a place for the entry that the caller fills in. Null when there is none, or when the call is over.</summary>
    public async Task<Place?> TakePlaceAsync(string callSid, Call call)
    {
        // Calls for the same login wait for each other here. Each statement sees what was committed before it.
        const string sql = """
            select pg_advisory_xact_lock(hashtextextended(@Login, 7))::text;
            insert into locked_login_entry (call_sid, entry_no, login, day, of_call, of_day)
            select @callSid, @EntryNumber, @Login, @Date, in_call + 1, in_day + 1
            from (select (select count(*) from locked_login_entry where call_sid = @callSid) as in_call,
                         (select count(*) from locked_login_entry where login = @Login and day = @Date) as in_day) as taken
            where in_call < @MaxPerCall and in_day < @MaxPerDay
              and not exists (select from ended_call where ended_call.call_sid = @callSid)
            on conflict do nothing;
            select of_call = @MaxPerCall or of_day = @MaxPerDay as is_last
            from locked_login_entry
            where (call_sid, entry_no) = (@callSid, @EntryNumber)
            """;
        var row = new { callSid, call.EntryNumber, call.Login, call.Date, MaxPerCall, MaxPerDay };
        return await db.RunAsync(async connection =>
        {
            await using var results = await connection.QueryMultipleAsync(sql, row);
            await results.ReadAsync<string>();
            return await results.ReadSingleOrDefaultAsync<bool?>() is { } isLast ? new Place(isLast) : null;
        });
    }

    /// <summary>The place of an entry. <c>IsLast</c> is true when no further entry may follow, in this call or on this day.</summary>
    internal sealed record Place(bool IsLast);
}
