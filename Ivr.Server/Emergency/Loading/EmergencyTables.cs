using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>The result of storing a line.</summary>
/// <param name="Entries">How many entries are new.</param>
/// <param name="BelongsToAnother">The line's node number belongs to another journal, or its reference to another entry.</param>
internal readonly record struct Stored(int Entries = 0, bool BelongsToAnother = false);

/// <summary>Writes journal lines to their tables. Each line has its own idempotent transaction.</summary>
/// <remarks>
/// No statement has a timeout. A statement that is cancelled while its COMMIT waits for a synchronous standby counts as committed on the
/// primary only. The line would be marked as loaded although it is not safe.
/// </remarks>
internal sealed class EmergencyTables(NpgsqlConnection connection)
{
    private const int Endless = 0;

    public Task<Stored> StoreAsync(JournalLine line, string checksum) => line switch
    {
        NodeTaken taken => StoreNodeAsync(taken),
        EntryLeft left => StoreEntryAsync(left, checksum),
        IncidentBegan began => DoneAsync(BeginAsync(began)),
        CallHit hit => DoneAsync(HitAsync(hit)),
        IncidentEnded ended => DoneAsync(EndAsync(ended)),
        _ => Task.FromResult(new Stored()),
    };

    /// <summary>Records that a journal has a node number. The table may come from a backup that is older than the journal.</summary>
    /// <returns>False when the number belongs to another journal.</returns>
    public Task<bool> NoteNodeAsync(NodeTaken taken) => connection.ExecuteScalarAsync<bool>(
        """
        insert into emergency_node (number, journal) values (@Number, @Journal) on conflict do nothing;
        select journal = @Journal from emergency_node where number = @Number
        """,
        taken,
        commandTimeout: Endless);

    private static async Task<Stored> DoneAsync(Task<int> done)
    {
        await done;
        return new();
    }

    private async Task<Stored> StoreNodeAsync(NodeTaken taken) => new(BelongsToAnother: !await NoteNodeAsync(taken));

    private Task<int> ExecuteAsync(string sql, object row) => connection.ExecuteAsync(sql, row, commandTimeout: Endless);

    // The first statement takes the lock. It excludes other nodes that load the same entry, and a confirmation of it whose COMMIT is still
    // running. It is a separate statement, so that the next statement sees what was committed meanwhile. All statements are one
    // transaction, which releases the lock at its end. A later version of an entry replaces an earlier one. A trigger of the table
    // determines whether the entry is on record. The update uses the parameters, because reading "excluded" would require the right to read
    // those columns. A reference that belongs to another entry is not changed. The third statement checks for that, because it sees what
    // other nodes committed meanwhile.
    private async Task<Stored> StoreEntryAsync(EntryLeft left, string checksum)
    {
        const string sql = """
            select lock_call(@CallSid)::text;
            with earlier as (
                select id from emergency_entry where (call_sid, entry_no) = (@CallSid, @EntryNumber)
            ), entry as (
                insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id,
                                             activity, hours, service_date, language, line, dialled, caller, after_confirmation, left_at, login_locked)
                select @CallSid, @EntryNumber, @Login, @LoginVerified, worker.id, @UserNumber, @ClientVerified, client.id,
                       @Activity, @Hours, @ServiceDate, @Language, @Line, @Dialled, @Caller, @AfterConfirmation, @LeftAt, @LoginLocked
                from (select) as one
                left join worker on worker.login = @Login
                left join client on client.user_number = @UserNumber
                on conflict (call_sid, entry_no) do update set
                    user_number = @UserNumber, client_verified = @ClientVerified,
                    client_id = (select client.id from client where client.user_number = @UserNumber),
                    activity = @Activity, hours = @Hours, left_at = @LeftAt,
                    after_confirmation = emergency_entry.after_confirmation or @AfterConfirmation
                where emergency_entry.left_at < @LeftAt
                returning id
            ), known as (
                select id from entry union select id from earlier
            ), referred as (
                insert into emergency_reference (reference, entry_id, node, left_at, checksum)
                select @Reference, id, @Node, @LeftAt, @checksum from known
                on conflict (reference) do update set left_at = @LeftAt, checksum = @checksum
                where emergency_reference.entry_id = excluded.entry_id and emergency_reference.left_at < @LeftAt
            )
            select count(*)::integer from entry where not exists (select from earlier);
            select (call_sid, entry_no) <> (@CallSid, @EntryNumber)
            from emergency_reference join emergency_entry on emergency_entry.id = entry_id
            where reference = @Reference
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
            entry.LoginLocked,
            LeftAt = left.LeftAt.ToUniversalTime(),
            left.Reference,
            Node = EmergencyReference.NodeOf(left.Reference),
            checksum,
        };
        await using var results = await connection.QueryMultipleAsync(sql, row, commandTimeout: Endless);
        await results.ReadAsync<string>();
        return new(await results.ReadSingleAsync<int>(), await results.ReadSingleAsync<bool>());
    }

    private Task<int> BeginAsync(IncidentBegan began) => ExecuteAsync(
        "insert into incident (id, node, started_at) values (@Id, @Node, @At) on conflict do nothing",
        new { began.Id, began.Node, At = began.At.ToUniversalTime() });

    // Increments the count. Counting all calls again for each line would make an outage with some thousand calls take minutes to load.
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
