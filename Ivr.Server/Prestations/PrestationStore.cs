using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Mobiles;
using Ivr.StateMachine.Results;
using Npgsql;

namespace Ivr.Server.Prestations;

/// <summary>Writes confirmed entries, each exactly once, however often its confirmation arrives.</summary>
internal sealed class PrestationStore(Db db, PrestationNotices notices, TimeProvider clock, ILogger<PrestationStore> log)
{
    /// <summary>How long after the end of a call its last key may arrive: Twilio waits 15 seconds for a webhook, and may try again.</summary>
    internal static readonly TimeSpan LongestDelivery = TimeSpan.FromSeconds(30);

    // From a worker's second entry for a client and the present company on, the client has a short number, which the trigger of the table gives. A repeat, also one at the
    // same time, has the number of the first delivery; a client who has a number already costs a look into the table.
    private static string NewlySaved(DateOnly date) => $"""
        newly_saved as (
            insert into saved_client (worker_id, company_id, client_id, saved_at, call_sid, entry_no)
            select worker_id, company_id, client_id, @Now, @CallSid, @EntryNumber
            from recorded
            where exists (select from prestation as earlier
                          where (earlier.worker_id, earlier.company_id, earlier.client_id) = (recorded.worker_id, recorded.company_id, recorded.client_id)
                            and earlier.service_date {DateLiteral.SinceMonthBefore(date)}
                            and (earlier.call_sid, earlier.entry_no) <> (@CallSid, @EntryNumber) and not {CancelledEntry.Sql("earlier")})
              and not exists (select from saved_client as saved
                              where (saved.worker_id, saved.company_id, saved.client_id) = (recorded.worker_id, recorded.company_id, recorded.client_id)
                                and (saved.call_sid, saved.entry_no) is distinct from (@CallSid, @EntryNumber))
            on conflict (worker_id, company_id, client_id) do update set entry_no = excluded.entry_no
                where (saved_client.call_sid, saved_client.entry_no) = (excluded.call_sid, excluded.entry_no)
            returning number
        )
        """;

    /// <summary>
    /// Writes the entry and waits for its COMMIT. <paramref name="patience"/> is the longest wait. It must be longer than PostgreSQL's lock
    /// timeout, because a lock timeout is an answer. It does not cancel the COMMIT: when the COMMIT comes later, the entry that the caller
    /// left meanwhile is linked to it.
    /// </summary>
    /// <returns>What is on record after COMMIT. Unknown when the statement was sent and no answer came, or none came in time.</returns>
    /// <exception cref="NpgsqlException">It is certain that nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">Nothing was stored, because the call was over before the entry was confirmed.</exception>
    public async Task<StoreResult> StoreAsync(Prestation prestation, TimeSpan patience)
    {
        var doubt = new Doubt();
        using var over = new CancellationTokenSource(patience);
        try
        {
            var row = await InsertAsync(prestation, doubt, over.Token).WaitAsync(patience)
                ?? throw new InvalidOperationException($"{prestation} is not recorded: the call was over before it was confirmed.");
            notices.Add(row.CompanyCode, row.Reference);
            return new StoreResult.Committed(row.Reference, row.UserNumber, row.Activity, row.Hours, row.MayRemember) { NewShortNumber = row.NewShortNumber };
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException || (Db.IsFault(e) && doubt.Remains))
        {
            log.LogError(e, "Call {CallSid} entry {EntryNumber}: not known whether it is recorded", prestation.CallSid, prestation.EntryNumber);
            return new StoreResult.Unknown();
        }
    }

    // One statement, its own transaction. It has no timeout and no cancellation: a COMMIT that is cancelled while it waits for a standby
    // stays on this machine alone. PostgreSQL itself ends a wait for a lock, and no other wait (see CreateSource). All deliveries of a call
    // have its sealed date, and so the key of the same partition. When prepared, the statement locks worker before client, in the same
    // order as all others that lock both tables. A repeat increments the counter, so that it writes and its COMMIT waits as long as the
    // COMMIT of the first delivery should have. A call that is over gets no new entry: its state stays valid for a while, and somebody else
    // may use it. The caller may have confirmed with the last key before hanging up, if the summary was read before the end.
    private Task<StoredRow?> InsertAsync(Prestation prestation, Doubt doubt, CancellationToken patience)
    {
        // Only what this entry needs is part of the statement: each part costs PostgreSQL time even if it finds nothing.
        var (saved, newNumber) = prestation.IsKnownClient ? ($", {NewlySaved(prestation.ServiceDate)}", "(select number::integer from newly_saved)") : ("", "null::integer");
        var (counted, mayRemember) = prestation.Mark is null ? ("", "false") : ($", {MobileEntries.Counted}", MobileEntries.MayRemember);
        var sql = $"""
            with recorded as (
                insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date,
                                        recorded_at, line, dialled, caller, call_sid, entry_no, possible_duplicate)
                select worker.company_id, worker.id, client.id, client.region, @Activity, @Hours, @ServiceDate,
                       @Now, @Line, @Dialled, @Caller, @CallSid, @EntryNumber,
                       exists (select from prestation as earlier
                               where earlier.worker_id = worker.id and earlier.client_id = client.id
                                 and earlier.service_date = {DateLiteral.Sql(prestation.ServiceDate)} and earlier.activity = @Activity
                                 and not {CancelledEntry.Sql("earlier")})
                from worker, client
                where worker.id = @WorkerId and client.id = @ClientId
                  and (not exists (select from ended_call where ended_call.call_sid = @CallSid and ended_at < greatest(@AskedAt, @LastDelivery))
                       or exists (select from prestation as same
                                  where same.call_sid = @CallSid and same.entry_no = @EntryNumber
                                    and same.service_date = {DateLiteral.Sql(prestation.ServiceDate)}))
                on conflict (call_sid, entry_no, service_date) do update set deliveries = prestation.deliveries + 1
                returning company_id, worker_id, client_id, reference, activity, hours, deliveries
            ){saved}{counted}
            select reference,
                   (select company_code from company where company.id = recorded.company_id) as company_code,
                   (select user_number from client where client.id = recorded.client_id) as user_number,
                   activity::integer,
                   hours::integer,
                   {newNumber} as new_short_number,
                   {mayRemember} as may_remember
            from recorded
            """;
        var now = clock.GetUtcNow();
        var row = new
        {
            prestation.CallSid,
            prestation.EntryNumber,
            prestation.WorkerId,
            prestation.ClientId,
            prestation.Activity,
            prestation.Hours,
            prestation.ServiceDate,
            prestation.Line,
            prestation.Dialled,
            prestation.Caller,
            Now = now,
            AskedAt = prestation.AskedAt.ToUniversalTime(),
            LastDelivery = now - LongestDelivery,
            prestation.Mark,
        };
        return db.RunAsync(
            connection => doubt.WhileAsync(() => connection.QuerySingleOrDefaultAsync<StoredRow>(sql, row, commandTimeout: 0)), patience);
    }

    private sealed class StoredRow
    {
        public string Reference { get; init; } = "";

        public string CompanyCode { get; init; } = "";

        public string UserNumber { get; init; } = "";

        public int Activity { get; init; }

        public int Hours { get; init; }

        public bool MayRemember { get; init; }

        public int? NewShortNumber { get; init; }
    }
}
