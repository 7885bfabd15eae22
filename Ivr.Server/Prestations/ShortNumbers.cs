using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Server.Prestations;

/// <summary>
/// Looks up clients by the worker's short number. A worker has few of them and finds nobody else's by trial, so refused ones are not counted.
/// </summary>
internal sealed class ShortNumbers(Db db)
{
    /// <summary>Finds the client, and what <see cref="ClientDirectory.FindAsync"/> finds with it, in one round trip.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="call">The call at its look-up of a short number.</param>
    public async Task<ClientResult> FindAsync(string callSid, Call call) => await LookUpAsync(callSid, call) switch
    {
        null => new ClientResult.NotKnown(),
        { IsRemoved: true } => new ClientResult.Removed(),
        { IsActive: false } => new ClientResult.Inactive(),
        var found => new ClientResult.Found(found.Id, found.ActivitiesOnRecord, found.IsKnown) { UserNumber = found.UserNumber },
    };

    private Task<SavedRow?> LookUpAsync(string callSid, Call call)
    {
        var sql = $"""
            select client.id, saved_client.user_number, saved_client.removed_at is not null as is_removed, client.active as is_active,
                   {ClientDirectory.OnRecord(call.Date)}
            from saved_client join client on client.id = client_id
            where saved_client.worker_id = @WorkerId and saved_client.number = @KeyedShortNumber
              and saved_client.company_id = (select company_id from worker where id = @WorkerId)
            """;
        return db.RunAsync(connection => connection.QuerySingleOrDefaultAsync<SavedRow>(
            sql, new { callSid, call.WorkerId, call.KeyedShortNumber, call.EntryNumber }));
    }

    private sealed class SavedRow
    {
        public long Id { get; init; }

        public string UserNumber { get; init; } = "";

        public bool IsRemoved { get; init; }

        public bool IsActive { get; init; }

        public int[] ActivitiesOnRecord { get; init; } = [];

        public bool IsKnown { get; init; }
    }
}
