using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>Writes a journal's lines into their tables, each in a transaction of its own that bears being done twice.</summary>
/// <remarks>
/// No statement has a time-out. One that is cut off while its COMMIT waits for a synchronous standby counts as done on the primary
/// alone, and the line would be taken for loaded without being safe.
/// </remarks>
internal sealed class EmergencyTables(NpgsqlConnection connection)
{
    private const int Endless = 0;

    /// <summary>Stores a line.</summary>
    /// <returns>How many entries are new.</returns>
    public Task<int> StoreAsync(JournalLine line, string checksum) => line switch
    {
        NodeTaken taken => NoneAsync(NoteNodeAsync(taken)),
        EntryLeft left => StoreEntryAsync(left, checksum),
        IncidentBegan began => NoneAsync(BeginAsync(began)),
        CallHit hit => NoneAsync(HitAsync(hit)),
        IncidentEnded ended => NoneAsync(EndAsync(ended)),
        _ => Task.FromResult(0),
    };

    private static async Task<int> NoneAsync(Task<int> done)
    {
        await done;
        return 0;
    }

    // The table may come from a backup that is older than the journal.
    private Task<int> NoteNodeAsync(NodeTaken taken) => ExecuteAsync(
        "insert into emergency_node (number, journal) values (@Number, @Journal) on conflict do nothing", taken);

    private Task<int> ExecuteAsync(string sql, object row) => connection.ExecuteAsync(sql, row, commandTimeout: Endless);

    // The lock keeps other nodes with the same entry out, and a confirmation of it whose COMMIT is still under way. It is taken in a
    // statement of its own, so that the next one sees what was committed meanwhile; both are one transaction, which ends with them.
    // A later version of an entry takes the place of an earlier one while nobody has dealt with it. It is written with the values
    // themselves: reading them from "excluded" would take the right to read those columns.
    private async Task<int> StoreEntryAsync(EntryLeft left, string checksum)
    {
        const string sql = """
            select lock_call(@CallSid)::text;
            with earlier as (
                select id from emergency_entry where (call_sid, entry_no) = (@CallSid, @EntryNumber)
            ), entry as (
                insert into emergency_entry (call_sid, entry_no, status, login, login_verified, worker_id, user_number, client_verified,
                                             client_id, activity, hours, service_date, language, line, dialled, caller,
                                             after_confirmation, left_at, prestation_id)
                select @CallSid, @EntryNumber, case when prestation.id is null then 'waiting' else 'recorded' end, @Login, @LoginVerified,
                       worker.id, @UserNumber, @ClientVerified, client.id, @Activity, @Hours, @ServiceDate, @Language, @Line, @Dialled,
                       @Caller, @AfterConfirmation, @LeftAt, prestation.id
                from (select) as one
                left join worker on worker.login = @Login
                left join client on client.user_number = @UserNumber
                left join prestation on (prestation.call_sid, prestation.entry_no) = (@CallSid, @EntryNumber)
                on conflict (call_sid, entry_no) do update set
                    user_number = @UserNumber, client_verified = @ClientVerified,
                    client_id = (select client.id from client where client.user_number = @UserNumber),
                    activity = @Activity, hours = @Hours, left_at = @LeftAt,
                    after_confirmation = emergency_entry.after_confirmation or @AfterConfirmation
                where emergency_entry.status = 'waiting' and emergency_entry.left_at < @LeftAt
                returning id
            ), known as (
                select id from entry union select id from earlier
            ), referred as (
                insert into emergency_reference (reference, entry_id, node, left_at, checksum)
                select @Reference, id, @Node, @LeftAt, @checksum from known
                on conflict (reference) do update set left_at = @LeftAt, checksum = @checksum
                where emergency_reference.left_at < @LeftAt
            )
            select count(*)::integer from entry where not exists (select from earlier)
            """;
        var entry = left.Entry;
        var row = new
        {
            entry.CallSid,
            entry.EntryNumber,
            entry.Login,
            entry.LoginVerified,
            entry.UserNumber,
            entry.ClientVerified,
            entry.Activity,
            entry.Hours,
            entry.ServiceDate,
            entry.Language,
            entry.Line,
            entry.Dialled,
            entry.Caller,
            entry.AfterConfirmation,
            LeftAt = left.LeftAt.ToUniversalTime(),
            left.Reference,
            Node = EmergencyReference.NodeOf(left.Reference),
            checksum,
        };
        await using var results = await connection.QueryMultipleAsync(sql, row, commandTimeout: Endless);
        await results.ReadAsync<string>();
        return await results.ReadSingleAsync<int>();
    }

    private Task<int> BeginAsync(IncidentBegan began) => ExecuteAsync(
        "insert into incident (id, node, started_at) values (@Id, @Node, @At) on conflict do nothing",
        new { began.Id, began.Node, At = began.At.ToUniversalTime() });

    // Counted one by one: counting all at each call would take an outage of some thousand calls minutes to load.
    private Task<int> HitAsync(CallHit hit) => ExecuteAsync(
        """
        insert into incident (id, started_at) values (@Incident, @At) on conflict do nothing;
        with hit as (
            insert into incident_call (incident_id, call_sid, line, hit_at) values (@Incident, @CallSid, @Line, @At)
            on conflict do nothing
            returning line
        )
        update incident set
            calls_hit = calls_hit + 1,
            lines = array(select distinct unnest(lines || hit.line) order by 1)
        from hit
        where id = @Incident
        """,
        new { hit.Incident, hit.CallSid, hit.Line, At = hit.At.ToUniversalTime() });

    private Task<int> EndAsync(IncidentEnded ended) => ExecuteAsync(
        "update incident set ended_at = @At where id = @Id", new { ended.Id, At = ended.At.ToUniversalTime() });
}
