using System.Diagnostics;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>The first command of the README, as a new developer runs it.</summary>
public sealed class EmbeddedServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        // Processes are left only if a test fails between a crash and the next start.
        foreach (var left in EmbeddedServer.PostgresIn(_folder))
        {
            using var postgres = Process.GetProcessById(int.Parse(left));
            postgres.Kill();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task It_prints_all_that_a_call_needs_and_the_call_records_a_prestation()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);

        foreach (var shown in new[] { "+3280035530 or +3225475497  flanders-brussels", "+3280035180  wallonia", " flanders", " brussels", " wallonia" })
            Assert.Contains(shown, server.Output, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^  Operator   {server.Url}operator$", server.Output);
        Assert.DoesNotContain('\u001B', server.Output);

        await using var call = await server.MakePrintedCallAsync();

        await using var database = server.OpenDatabase();
        Assert.Single(await database.FeedAsync(), entry => entry.CallSid == call.CallSid);
    }

    [Fact]
    public async Task It_says_each_step_as_it_begins()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);

        var steps = new[] { "Starting PostgreSQL ...", "Preparing the database ...", "Four weeks of demonstration calls are made.", "Starting the server ...", "Hours line is ready." };
        var places = steps.Select(step => server.Output.IndexOf(step, StringComparison.Ordinal)).ToList();

        Assert.All(places, place => Assert.NotEqual(-1, place));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_prints_whose_calls_each_account_sees_and_the_account_sees_them()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        var line = server.Output.Split('\n').Single(line => line.TrimStart().StartsWith("office@balai", StringComparison.Ordinal));
        Assert.Contains("980200000014 (6482, fr)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("980100000007", line, StringComparison.Ordinal);

        using var door = new Secured.Door(server.Url);
        using var answer = await door.TryAsync("office@balai", line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        var history = await door.ReadAsync("/company/history?worker=980200000014");

        Assert.Contains("Fatima Lambert", history, StringComparison.Ordinal);
        Assert.Contains("id=\"next\"", await door.ReadAsync("/company/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bare_address_links_the_pages()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        using var door = new Secured.Door(server.Url);

        var page = await door.ReadAsync("/");

        foreach (var path in new[] { "/company", "/operator" })
            Assert.Contains($"href=\"{path}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_is_one_line_on_the_terminal()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        await using var call = await server.MakePrintedCallAsync();

        await Eventually.TrueAsync(() => server.Output.Contains("1 entry recorded", StringComparison.Ordinal), "The line of the call");
        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d  call to \+3280035530, \d+ s: 1 entry recorded$", server.Output);
    }

    [Fact]
    public async Task It_prints_who_may_sign_in_and_they_may()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        var accounts = System.Text.RegularExpressions.Regex.Matches(
            server.Output, @"^  (?<login>office@[a-z]+|operator) +(?<password>[0-9a-f-]{23})  ",
            System.Text.RegularExpressions.RegexOptions.Multiline, TimeSpan.FromSeconds(1));

        Assert.Equal(4, accounts.Count);
        foreach (var account in accounts.AsEnumerable())
        {
            using var door = new Secured.Door(server.Url);
            using var answer = await door.TryAsync(account.Groups["login"].Value, account.Groups["password"].Value);
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
            using var page = await door.GetAsync(answer.Headers.Location!.OriginalString == "/operator" ? "/company/sign-out" : "/company");
            Assert.True(page.StatusCode is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Interrupted_it_ends_well_and_takes_PostgreSQL_with_it()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        Assert.NotEmpty(EmbeddedServer.PostgresIn(_folder));

        var exitCode = await server.InterruptAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        Assert.False(File.Exists(_folder.In(".data/postgresql/postmaster.pid")));
        Assert.False(File.Exists(_folder.In(".data/connection-string")));
    }

    [Fact]
    public async Task Interrupted_while_it_starts_it_leaves_no_PostgreSQL_behind()
    {
        var interrupted = await EmbeddedServer.BeginToStartAsync(_folder);
        await interrupted.InterruptAsync();

        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        await using var next = await EmbeddedServer.StartAsync(_folder);
        await using var call = await next.MakePrintedCallAsync();
        Assert.Contains("1 prestation", await LookAsync(next));
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_left()
    {
        string[] before;
        await using (var first = await EmbeddedServer.StartAsync(_folder))
        {
            await using var call = await first.MakePrintedCallAsync();
            before = await LookAsync(first);
        }

        await using var second = await EmbeddedServer.StartAsync(_folder);

        Assert.Equal(before, await LookAsync(second));
        Assert.Contains("1 prestation", before);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_in_one_line_and_the_first_goes_on()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);

        var (exitCode, _, errors) = await EmbeddedServer.RunAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"Another server runs on {_folder.In(".data")}", Assert.Single(errors), StringComparison.Ordinal);
        await using var call = await server.MakePrintedCallAsync();
        Assert.Contains("1 prestation", await LookAsync(server));
    }

    [Fact]
    public async Task A_server_that_was_killed_leaves_PostgreSQL_behind_and_the_next_one_copes()
    {
        await using (var killed = await EmbeddedServer.StartAsync(_folder))
        {
            await using var call = await killed.MakePrintedCallAsync();
            await killed.CrashAsync();
        }

        var abandoned = Assert.Single(EmbeddedServer.PostgresIn(_folder));
        await using var next = await EmbeddedServer.StartAsync(_folder);

        Assert.NotEqual(abandoned, Assert.Single(EmbeddedServer.PostgresIn(_folder)));
        Assert.Contains("1 prestation", await LookAsync(next));
    }

    private static async Task<string[]> LookAsync(EmbeddedServer server)
    {
        await using var database = server.OpenDatabase();
        return
        [
            .. await database.QueryAsync<string>("""
                select count(*) || ' company' from company
                union all select count(*) || ' worker' from worker
                union all select count(*) || ' client' from client
                union all select count(*) || ' prestation' from prestation_feed where caller = '+3225551234'
                """),
        ];
    }
}
