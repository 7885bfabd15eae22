using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Prestations;

/// <summary>Looks up clients by user number, and limits refused look-ups so that existing numbers cannot be found by trial.</summary>
internal sealed class ClientDirectory(Db db, KeyedNumberHash marks, IOptions<LookUpOptions> options, TimeProvider clock)
{
    /// <summary>How long a refused look-up counts. A call is shorter.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>
    /// Finds the client and, in the same round trip, the activities that the worker already has on record there that day, and whether there
    /// is anything on record in this month or the one before. <paramref name="call"/> is the call at its look-up. Its entry in progress does not count as on record, because this webhook may be
    /// repeated.
    /// </summary>
    public async Task<ClientResult> FindAsync(string callSid, Call call)
    {
        var mark = marks.Of(callSid, call.Webhooks, call.KeyedUserNumber!);
        var found = await LookUpAsync(callSid, call, mark);
        if (found.RefusedInCall >= options.Value.MaxRefusedPerCall || found.RefusedInHour >= options.Value.MaxRefusedPerHour)
            return new ClientResult.UsedUp();
        if (found is { Id: { } id, Active: true })
            return new ClientResult.Found(id, found.ActivitiesOnRecord, found.IsKnown);

        await CountRefusalAsync(callSid, call, mark);
        return found.Id is null ? new ClientResult.NotKnown() : new ClientResult.Inactive();
    }

    /// <summary>
    /// SQL: the columns <c>activities_on_record</c> and <c>is_known</c>, given <c>client</c>, <c>@WorkerId</c>, <c>@callSid</c> and
    /// <c>@EntryNumber</c>.
    /// </summary>
    internal static string OnRecord(DateOnly date) => $"""
        array(select distinct activity::integer
              from prestation
              where worker_id = @WorkerId and client_id = client.id and service_date = {DateLiteral.Sql(date)}
                and (call_sid, entry_no) <> (@callSid, @EntryNumber) and not {CancelledEntry.Sql("prestation")}) as activities_on_record,
        exists(select from prestation
               where worker_id = @WorkerId and client_id = client.id
                 and service_date {DateLiteral.SinceMonthBefore(date)}
                 and (call_sid, entry_no) <> (@callSid, @EntryNumber) and not {CancelledEntry.Sql("prestation")}) as is_known
        """;

    // A repeated webhook is not counted against itself. The same webhook with another number is.
    private Task<LookUpRow> LookUpAsync(string callSid, Call call, byte[] mark)
    {
        var sql = $"""
            select client.id,
                   coalesce(client.active, false) as active,
                   {OnRecord(call.Date)},
                   refused.in_hour as refused_in_hour,
                   refused.in_call as refused_in_call
            from (select count(*)::integer as in_hour,
                         (count(*) filter (where call_sid = @callSid))::integer as in_call
                  from refused_look_up
                  where worker_id = @WorkerId and refused_at > @Since
                    and (call_sid, webhook, mark) <> (@callSid, @Webhooks, @mark)) as refused
            left join client on user_number = @KeyedUserNumber
            """;
        return db.RunAsync(connection => connection.QuerySingleAsync<LookUpRow>(
            sql,
            new
            {
                callSid,
                mark,
                call.KeyedUserNumber,
                call.WorkerId,
                call.EntryNumber,
                call.Webhooks,
                Since = clock.GetUtcNow() - Remembered,
            }));
    }

    // The purge deletes rows that are older than an hour, so the server's role needs no right to delete them.
    private Task<int> CountRefusalAsync(string callSid, Call call, byte[] mark)
    {
        const string sql = """
            insert into refused_look_up (call_sid, webhook, mark, worker_id, refused_at)
            values (@callSid, @Webhooks, @mark, @WorkerId, @Now)
            on conflict do nothing
            """;
        return db.RunAsync(connection => connection.ExecuteAsync(
            sql, new { callSid, call.Webhooks, mark, call.WorkerId, Now = clock.GetUtcNow() }));
    }

    private sealed class LookUpRow
    {
        public long? Id { get; init; }

        public bool Active { get; init; }

        public int[] ActivitiesOnRecord { get; init; } = [];

        public bool IsKnown { get; init; }

        public int RefusedInHour { get; init; }

        public int RefusedInCall { get; init; }
    }
}
