using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>The server is killed after a caller heard a reference and before the database has the entry.</summary>
public sealed partial class CrashTests(TestCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_left_before_a_kill_is_loaded_by_the_next_start_under_the_reference_that_was_heard()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        List<string> heard = [];
        await using (var program = await StartAsync(database))
        {
            await program.SaysAsync("References have node number 0");
            await LeaveAsync(program, database, heard);
            await program.CrashAsync();
        }

        await database.OpenAgainAsync();
        Assert.Empty(await database.EmergencyAsync());
        await using var again = await StartAsync(database);
        Assert.Equal(heard, (await database.LoadedAsync(3)).SelectMany(row => row.References));
        var incident = Assert.Single(await database.IncidentsAsync(1));
        Assert.Equal(1, incident.CallsHit);
        Assert.Equal(["flanders-brussels"], incident.Lines);
    }

    [Fact]
    public async Task A_loader_that_is_killed_in_the_middle_of_its_file_begins_it_again_and_loads_each_entry_once()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        List<string> heard = [];
        await using (var program = await StartAsync(database))
        {
            await program.SaysAsync("References have node number 0");
            await database.ExecuteAsync(
                """
                create function stick() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end';
                create trigger stick before insert on emergency_entry for each row when (new.entry_no = 2) execute function stick();
                """);
            await LeaveAsync(program, database, heard);
            await database.OpenAgainAsync();
            Assert.Equal(heard[0], Assert.Single((await database.LoadedAsync(1))[0].References));
            await program.CrashAsync();
        }

        // PostgreSQL still runs the statement of the killed server.
        await using (var connection = await database.OpenAsync())
            await connection.EndOthersAsync();
        await database.ExecuteAsync("drop trigger stick on emergency_entry");
        await using var again = await StartAsync(database);
        var rows = await database.LoadedAsync(3);
        Assert.Equal([1, 2, 3], rows.Select(row => row.EntryNo));
        Assert.Equal(heard, rows.SelectMany(row => row.References));
        await Eventually.TrueAsync(
            () => Task.FromResult(Directory.GetFiles(_folder.In("journal"), "*.waiting").Length == 0), "The file is not noted as loaded.");
    }

    private static async Task LeaveAsync(ServerProgram program, TestDatabase database, List<string> heard)
    {
        using var phone = new Phone(PhoneOptions.For(new(UrlLine().Match(program.Output).Groups["url"].Value), TestServer.AuthToken));
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await database.ShutAsync();
        await call.Presses(TestData.Nl.Keys);
        for (var entry = 1; entry <= 3; entry++)
        {
            await call.Presses($"{TestData.InFlanders}1{entry}1");
            heard.Add(Outages.HeardReference(call.Heard));
            if (entry < 3)
                await call.Presses("1");
        }
    }

    private async Task<ServerProgram> StartAsync(TestDatabase database)
    {
        var program = ServerProgram.Start(
            _folder.Path,
            "Production",
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
            $"--Twilio:AuthToken={TestServer.AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}",
            $"--Passwords:Iterations={TestCluster.Iterations}");
        await program.SaysAsync("Application started");
        return program;
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlLine();
}
