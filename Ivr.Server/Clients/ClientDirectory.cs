using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Server.Clients;

/// <summary>Looks clients up by their user number.</summary>
public sealed class ClientDirectory(Db db)
{
    /// <summary>Finds the client, and with it what the worker already has on record there that day, in one round trip.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="call">The call at its look-up: the keyed number, the worker, the date, and the entry being made,
    /// which does not count as on record when this webhook comes a second time.</param>
    public async Task<ClientResult> FindAsync(string callSid, Call call)
    {
        const string sql = """
            select client.id,
                   client.active,
                   array(select distinct activity::integer
                         from prestation
                         where worker_id = @WorkerId and client_id = client.id and service_date = @Date
                           and (call_sid, entry_no) <> (@callSid, @EntryNumber)) as activities_on_record
            from client
            where user_number = @KeyedUserNumber
            """;
        var client = await db.RunAsync(connection => connection.QuerySingleOrDefaultAsync<ClientRow>(
            sql, new { callSid, call.KeyedUserNumber, call.WorkerId, call.Date, call.EntryNumber }));
        return client switch
        {
            null => new ClientResult.NotKnown(),
            { Active: false } => new ClientResult.Inactive(),
            _ => new ClientResult.Found(client.Id, client.ActivitiesOnRecord),
        };
    }

    private sealed class ClientRow
    {
        public long Id { get; init; }

        public bool Active { get; init; }

        public int[] ActivitiesOnRecord { get; init; } = [];
    }
}
