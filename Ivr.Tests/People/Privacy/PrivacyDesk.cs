using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary>Test helper: a database with people who called, and the privacy commands, run as the owner of the database.</summary>
internal sealed class PrivacyDesk : IAsyncDisposable
{
    private PrivacyDesk(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>The working directory of the commands.</summary>
    public TemporaryFolder Folder { get; } = new();

    public static async Task<PrivacyDesk> OpenAsync(TestCluster cluster) => new(await cluster.TakeDatabaseAsync());

    /// <summary>Runs a command of the server program to its end.</summary>
    public Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(params string[] args) =>
        ServerProgram.RunAsync(Folder.Path, "Production", [.. args, $"--ConnectionStrings:Ivr={Database.ConnectionString}"]);

    /// <summary>Starts a command of the server program.</summary>
    public ServerProgram Start(params string[] args) =>
        ServerProgram.Start(Folder.Path, "Production", [.. args, $"--ConnectionStrings:Ivr={Database.ConnectionString}"]);

    /// <summary>Runs <c>purge</c>, which must succeed and print these lines among others.</summary>
    public async Task PurgesAsync(params string[] told)
    {
        var (exitCode, output, errors) = await RunAsync("purge");
        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain('\u001B', output);
        Assert.All(told, line => Assert.Contains(line, output.Split('\n')));
    }

    /// <summary>
    /// Adds an entry of a worker at a client and returns its reference. <paramref name="ago"/> is its age, a PostgreSQL interval, as in the
    /// other methods.
    /// </summary>
    public async Task<string> RecordAsync(Worker worker, string userNumber, string ago = "0 days", string caller = "+32470000001") =>
        await Database.SingleAsync<string>($"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                    line, dialled, caller, call_sid, entry_no, possible_duplicate)
            select company_id, worker.id, client.id, region, 1, 3, (now() - interval '{ago}')::date, now() - interval '{ago}',
                   'wallonia', '+3280035180', '{caller}', 'CA' || md5(random()::text), 1, false
            from worker, client
            where login = '{worker.Login}' and user_number = '{userNumber}'
            returning reference
            """);

    /// <summary>Adds a failed login and counts it in <c>login_lock</c>; <paramref name="lockedUntil"/> is an SQL expression.</summary>
    public Task FailAsync(string login, string ago, string lockedUntil = "null") => Database.ExecuteAsync($"""
        insert into login_failure (call_sid, try_no, login, failed_at)
        values ('CA' || md5(random()::text), 1, '{login}', now() - interval '{ago}');
        insert into login_lock (login, failures, locked_until) values ('{login}', 1, {lockedUntil})
        on conflict (login) do update set failures = login_lock.failures + 1;
        """);

    /// <summary>Adds the place of an entry for a locked login.</summary>
    public Task TakePlaceAsync(string login, string ago) => Database.ExecuteAsync($"""
        insert into locked_login_entry (call_sid, entry_no, login, day, of_call, of_day)
        values ('CA' || md5(random()::text), 1, '{login}', (now() - interval '{ago}')::date, 1, 1)
        """);

    /// <summary>
    /// Adds an emergency entry of a worker at a client, with the reference that the caller heard. <paramref name="prestation"/> is the
    /// reference of the prestation made from it; null while the entry waits.
    /// </summary>
    public Task LeaveAsync(Worker worker, string userNumber, string ago = "0 days", string? prestation = null) => Database.ExecuteAsync($"""
        insert into emergency_node (number, journal) values (0, gen_random_uuid()) on conflict do nothing;
        with entry as (
            insert into emergency_entry (call_sid, entry_no, status, login, login_verified, worker_id, user_number, client_verified, client_id,
                                         activity, hours, service_date, language, line, dialled, caller, after_confirmation, left_at, prestation_id)
            select 'CA' || md5(random()::text), 1, case when prestation.id is null then 'waiting' else 'recorded' end, '{worker.Login}', false,
                   worker.id, '{userNumber}', false, client.id, 1, 3, (now() - interval '{ago}')::date, 'nl', 'wallonia', '+3280035180',
                   '+32470000001', false, now() - interval '{ago}', prestation.id
            from (select) as one
            left join worker on login = '{worker.Login}'
            left join client on client.user_number = '{userNumber}'
            left join prestation on reference = '{prestation}'
            returning id
        )
        insert into emergency_reference (reference, entry_id, node, left_at, checksum)
        select stem || check_digit(stem), id, 0, now() - interval '{ago}', ''
        from entry, (select '900' || lpad(count(*)::text, 5, '0') as stem from emergency_reference) as next
        """);

    /// <summary>Adds a refused look-up of a user number by a worker.</summary>
    public Task RefuseAsync(Worker worker, string ago) => Database.ExecuteAsync($"""
        insert into refused_look_up (call_sid, webhook, worker_id, refused_at)
        select 'CA' || md5(random()::text), 4, id, now() - interval '{ago}' from worker where login = '{worker.Login}'
        """);

    /// <summary>Adds a mobile on which a worker's login is remembered.</summary>
    public Task RememberAsync(Worker worker, string ago) => Database.ExecuteAsync($"""
        insert into worker_mobile (mark, worker_id, entries, call_sid, entry_no, used_on, remembered_at)
        select decode(md5(random()::text), 'hex'), id, 3, 'CA' || md5(random()::text), 1, (now() - interval '{ago}')::date, now() - interval '{ago}'
        from worker where login = '{worker.Login}'
        """);

    /// <summary>Adds the trace of a worker's call.</summary>
    public Task TraceAsync(Worker worker, string ago) => Database.ExecuteAsync($$"""
        insert into call (call_sid, started_at, last_at, ended_at, caller, worker_id, company_id, webhooks, step, ending, failed, failures,
                          keys, reprompts, recorded, left_entries, asked, asked_again)
        select 'CA' || md5(random()::text), now() - interval '{{ago}}', now() - interval '{{ago}}', now() - interval '{{ago}}', '+32*******01', id, company_id,
               3, 'UserNumber', 'given_up', false, 0, 17, 0, 0, 0, '{}', '{}'
        from worker where login = '{{worker.Login}}'
        """);

    /// <summary>Adds a client of a worker's list, removed <paramref name="removedAgo"/> ago; null when it was not.</summary>
    public Task SaveAsync(Worker worker, string userNumber, string ago, string? removedAgo = null) => Database.ExecuteAsync($"""
        insert into saved_client (worker_id, company_id, user_number, name, saved_at, removed_at)
        select id, company_id, '{userNumber}', 'The lady with the dog', now() - interval '{ago}',
               {(removedAgo is null ? "null" : $"now() - interval '{removedAgo}'")}
        from worker where login = '{worker.Login}'
        """);

    /// <summary>Adds an outage and a call that it hit.</summary>
    public Task HitAsync(string ago, bool isOver = true) => Database.ExecuteAsync($"""
        with outage as (
            insert into incident (id, started_at, ended_at)
            select gen_random_uuid(), now() - interval '{ago}', case when {isOver} then now() - interval '{ago}' end
            returning id
        )
        insert into incident_call (incident_id, call_sid, line, hit_at)
        select id, 'CA' || md5(random()::text), 'wallonia', now() - interval '{ago}' from outage
        """);

    /// <summary>All rows as one text, to detect changes.</summary>
    public Task<string> EverythingAsync() => Database.SingleAsync<string>("""
        select concat_ws(E'\n',
            (select json_agg(company order by id) from company),
            (select json_agg(worker order by id) from worker),
            (select json_agg(client order by id) from client),
            (select json_agg(prestation order by id) from prestation),
            (select json_agg(login_failure order by call_sid) from login_failure),
            (select json_agg(login_lock order by login) from login_lock),
            (select json_agg(locked_login_entry order by call_sid) from locked_login_entry),
            (select json_agg(refused_look_up order by call_sid) from refused_look_up),
            (select json_agg(worker_mobile order by call_sid) from worker_mobile),
            (select json_agg(saved_client order by worker_id, number) from saved_client),
            (select json_agg(call order by call_sid) from call),
            (select json_agg(emergency_entry order by id) from emergency_entry),
            (select json_agg(emergency_reference order by reference) from emergency_reference),
            (select json_agg(incident order by id) from incident),
            (select json_agg(incident_call order by call_sid) from incident_call))
        """);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Folder.Dispose();
    }
}
