using System.Text.Json;
using Dapper;
using Ivr.Server.Configuration;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Npgsql;

namespace Ivr.Server.Development.PastCalls;

/// <summary>
/// Four weeks of made-up calls and entries up to now, some of them corrected, with one past outage: a page shows something at the first
/// look. They are made once, in a database that has no entry.
/// </summary>
internal static class CallHistory
{
    private const int OutageDaysAgo = 3;
    private const int OutageMinutes = 14;
    private const int OutageHour = 17;

    /// <summary>The first day of the history.</summary>
    public static DateOnly FirstDay(DateTimeOffset now) => BrusselsTime.DateOf(now).AddDays(-28);

    /// <summary>Makes the history in one transaction, unless the database has entries or calls.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public static async Task<bool> MakeAsync(NpgsqlDataSource owner, Lines lines, DateTimeOffset now)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteScalarAsync<bool>("select exists (select from prestation) or exists (select from call)"))
            return false;
        var workers = (await connection.QueryAsync<Worker>("""
            select worker.id, company_id, company_code, login, language, active
            from worker join company on company.id = company_id where erased_at is null order by login
            """)).AsList();
        var clients = (await connection.QueryAsync<Client>(
            "select id, user_number, region from client where active order by user_number")).AsList();
        if (clients.Count < 2 || !workers.Exists(worker => worker.Active) || workers.TrueForAll(worker => worker.Active))
            return false;

        var draw = new CallDraw(workers, clients, lines, now);
        var calls = draw.Calls();
        var outage = BrusselsTime.MidnightOf(BrusselsTime.DateOf(now).AddDays(-OutageDaysAgo)).AddHours(OutageHour);
        var hit = draw.OfOutage(outage, OutageMinutes);
        await AddCallsAsync(connection, [.. calls, .. hit]);
        await AddEntriesAsync(connection, calls);
        await SaveClientsAsync(connection);
        await AddOutageAsync(connection, hit, outage);
        await CorrectAsync(connection);
        await transaction.CommitAsync();
        return true;
    }

    private static async Task AddCallsAsync(NpgsqlConnection connection, IReadOnlyList<PastCall> calls)
    {
        const string sql = """
            insert into call (call_sid, started_at, last_at, ended_at, seconds, line, dialled, caller, language, worker_id, company_id, named_by,
                              webhooks, step, ending, failed, failures, keys, reprompts, recorded, left_entries, asked, asked_again)
            values (@CallSid, @StartedAt, @EndedAt, @EndedAt, @Seconds, @Line, @Dialled, @Caller, @Language, @WorkerId, @CompanyId, @NamedBy,
                    @Webhooks, @Step, @Ending, @Failed, 0, @Keys, @Reprompts, @Recorded, @Left, @Asked::jsonb, @AskedAgain::jsonb)
            """;
        await connection.ExecuteAsync(sql, calls.Select(call => new
        {
            call.CallSid,
            StartedAt = call.StartedAt.UtcDateTime,
            EndedAt = call.EndedAt.UtcDateTime,
            call.Seconds,
            Line = call.Line == "" ? null : call.Line,
            call.Dialled,
            Caller = Masked.Caller(call.Caller),
            call.Language,
            WorkerId = call.Worker?.Id,
            call.Worker?.CompanyId,
            NamedBy = call.Worker is null ? 0 : 2,
            Webhooks = call.Steps.Count + 2,
            Step = call.Steps.Count == 0 ? null : call.Steps[^1].ToString(),
            call.Ending,
            Failed = call.IsFailed,
            Keys = 9 * call.Steps.Count,
            Reprompts = call.AskedAgain.Count,
            Recorded = call.IsLeft ? 0 : call.Entries.Count,
            Left = call.IsLeft ? call.Entries.Count : 0,
            Asked = Counts(call.Steps),
            AskedAgain = Counts(call.AskedAgain),
        }));
    }

    private static async Task AddEntriesAsync(NpgsqlConnection connection, IReadOnlyList<PastCall> calls)
    {
        const string sql = """
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                    call_sid, entry_no, possible_duplicate)
            values (@CompanyId, @WorkerId, @ClientId, @Region, @Activity, @Hours, @Date, @RecordedAt, @Line, @Dialled, @Caller, @CallSid,
                    @EntryNo, @PossibleDuplicate)
            """;
        await connection.ExecuteAsync(sql, calls.SelectMany(call => call.Entries.Select((entry, place) => new
        {
            call.Worker!.CompanyId,
            WorkerId = call.Worker.Id,
            ClientId = entry.Client.Id,
            entry.Client.Region,
            entry.Activity,
            entry.Hours,
            entry.Date,
            RecordedAt = entry.RecordedAt.UtcDateTime,
            call.Line,
            call.Dialled,
            call.Caller,
            call.CallSid,
            EntryNo = place + 1,
            entry.PossibleDuplicate,
        })));
    }

    // As the calls would have: each client has a short number since the worker's second entry.
    private static Task<int> SaveClientsAsync(NpgsqlConnection connection) => connection.ExecuteAsync(
        """
        insert into saved_client (worker_id, company_id, client_id, saved_at)
        select worker_id, company_id, client_id, (array_agg(recorded_at order by recorded_at))[2] as second
        from prestation group by 1, 2, 3 having count(*) > 1 order by second
        """);

    // Of the entries that were left, the company accepted some and refused one. The last one waits.
    private static async Task AddOutageAsync(NpgsqlConnection connection, IReadOnlyList<PastCall> hit, DateTimeOffset start)
    {
        const string incident = """
            insert into emergency_node (number, journal) values (99, '6f1d0d0a-4a3c-4c0e-9d53-2b7a3a1f6e90');
            insert into incident (id, node, started_at, ended_at, lines, calls_hit)
            values ('0c1c2f6e-8d0b-4b52-8a0f-5b8f2d5a7f11', 99, @Start, @End, array['flanders-brussels', 'wallonia'], @Hit);
            """;
        const string left = """
            insert into incident_call (incident_id, call_sid, line, hit_at)
            values ('0c1c2f6e-8d0b-4b52-8a0f-5b8f2d5a7f11', @CallSid, @Line, @At);
            with entry as (
                insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id,
                                             activity, hours, service_date, language, line, dialled, caller, after_confirmation, left_at)
                values (@CallSid, 1, @Login, true, @WorkerId, @UserNumber, true, @ClientId, @Activity, @Hours, @Date, @Language, @Line,
                        @Dialled, @Caller, false, @At)
                returning id)
            insert into emergency_reference (reference, entry_id, node, left_at, checksum)
            select @Stem || check_digit(@Stem), id, 99, @At, '' from entry
            returning entry_id
            """;
        await connection.ExecuteAsync(
            incident, new { Start = start.UtcDateTime, End = start.AddMinutes(OutageMinutes).UtcDateTime, Hit = hit.Count });
        foreach (var (call, place) in hit.Select((call, place) => (call, place)))
        {
            var entry = call.Entries[0];
            var id = await connection.QuerySingleAsync<long>(left, new
            {
                call.CallSid,
                call.Line,
                At = call.EndedAt.UtcDateTime,
                call.Worker!.Login,
                WorkerId = call.Worker.Id,
                entry.Client.UserNumber,
                ClientId = entry.Client.Id,
                entry.Activity,
                entry.Hours,
                entry.Date,
                call.Language,
                call.Dialled,
                call.Caller,
                Stem = $"999000{place:00}",
            });
            if (place < hit.Count - 1)
                await DecideAsync(connection, id, call.Worker, isAccepted: place > 0, start.AddHours(15).AddMinutes(3 * place));
        }
    }

    private static async Task DecideAsync(NpgsqlConnection connection, long id, Worker worker, bool isAccepted, DateTimeOffset at)
    {
        const string accept = "select set_config('ivr.company_id', @Company, true); select accept_emergency_entry(@id, null, @By, @At)";
        const string refuse = """
            select set_config('ivr.company_id', @Company, true);
            select refuse_emergency_entry(@id, 'Was de volgende dag opnieuw doorgebeld.', @By, @At)
            """;
        await connection.ExecuteAsync(
            isAccepted ? accept : refuse,
            new { id, Company = $"{worker.CompanyId}", By = OfficeOf(worker.CompanyCode), At = at.UtcDateTime });
    }

    private static async Task CorrectAsync(NpgsqlConnection connection)
    {
        // Each company corrected every 23rd entry of its own, the day after, and cancelled every fourth of these.
        const string sql = """
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason,
                                               made_by, made_at)
            select id, service_date, 1, company_id, activity, case when hours > 1 then hours - 1 else 2 end, service_date, place % 92 = 0,
                   case company_code when 'BALAI' then 'Heures vérifiées avec le client.' when 'SAUBER' then 'Stunden beim Kunden nachgefragt.'
                                     else 'Uren nagevraagd bij de klant.' end,
                   'office@' || lower(company_code), least(recorded_at + interval '16 hours', @Now)
            from (select prestation.*, company_code, row_number() over (partition by company_id order by recorded_at, prestation.id) as place
                  from prestation join company on company.id = company_id where origin = 'phone') as entry
            where place % 23 = 0
            """;
        await connection.ExecuteAsync(sql, new { Now = DateTime.UtcNow });
    }

#pragma warning disable CA1308 // Logins are stored in lower case.
    private static string OfficeOf(string companyCode) => $"office@{companyCode.ToLowerInvariant()}";
#pragma warning restore CA1308

    private static string Counts(IEnumerable<CallState> steps) =>
        JsonSerializer.Serialize(steps.GroupBy(step => step.ToString()).ToDictionary(step => step.Key, step => step.Count()));
}
