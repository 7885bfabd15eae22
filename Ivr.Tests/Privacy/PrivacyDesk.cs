using Ivr.Tests.Host;

namespace Ivr.Tests.Privacy;

/// <summary>A database with people who called, and somebody who runs the commands about their data as its owner.</summary>
internal sealed class PrivacyDesk : IAsyncDisposable
{
    private PrivacyDesk(TestDatabase database) => Database = database;

    /// <summary>What is in it.</summary>
    public TestDatabase Database { get; }

    /// <summary>Where the user of the commands stands.</summary>
    public TemporaryFolder Folder { get; } = new();

    public static async Task<PrivacyDesk> OpenAsync(TestCluster cluster) => new(new(await cluster.CreateDatabaseAsync()));

    /// <summary>Runs a command of the server's program.</summary>
    public Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(params string[] args) =>
        ServerProgram.RunAsync(Folder.Path, "Production", [.. args, $"--ConnectionStrings:Ivr={Database.ConnectionString}"]);

    /// <summary>Starts one.</summary>
    public ServerProgram Start(params string[] args) =>
        ServerProgram.Start(Folder.Path, "Production", [.. args, $"--ConnectionStrings:Ivr={Database.ConnectionString}"]);

    /// <summary>Purges, and must say that on standard output, among other lines.</summary>
    public async Task PurgesAsync(params string[] told)
    {
        var (exitCode, output, errors) = await RunAsync("purge");
        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain('\u001B', output);
        Assert.All(told, line => Assert.Contains(line, output.Split('\n')));
    }

    /// <summary>An entry of a worker at a client, made so long ago.</summary>
    /// <returns>Its reference.</returns>
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

    /// <summary>A failed login, made so long ago, and the row that counts it.</summary>
    public Task FailAsync(string login, string ago, string lockedUntil = "null") => Database.ExecuteAsync($"""
        insert into login_failure (call_sid, try_no, login, failed_at)
        values ('CA' || md5(random()::text), 1, '{login}', now() - interval '{ago}');
        insert into login_lock (login, failures, locked_until) values ('{login}', 1, {lockedUntil})
        on conflict (login) do update set failures = login_lock.failures + 1;
        """);

    /// <summary>Everything, to see whether it changed.</summary>
    public Task<string> EverythingAsync() => Database.SingleAsync<string>("""
        select concat_ws(E'\n',
            (select json_agg(company order by id) from company),
            (select json_agg(worker order by id) from worker),
            (select json_agg(client order by id) from client),
            (select json_agg(prestation order by id) from prestation),
            (select json_agg(login_failure order by call_sid) from login_failure),
            (select json_agg(login_lock order by login) from login_lock))
        """);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Folder.Dispose();
    }
}
