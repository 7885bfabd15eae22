using System.Security.Cryptography;
using System.Text;
using Ivr.Caller.Clock;
using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>
/// Something prevents loading of the journal: one error is logged, the rest is loaded, and loading recovers without a restart.
/// </summary>
public sealed class LoadingTests(TestCluster cluster) : IDisposable
{
    private const string DiskRefuses = "The journal's disk refuses what the emergency procedure asks of it";
    private const string PostgresRefuses = "PostgreSQL is there and refuses what the emergency procedure asks of it";

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.In("journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_waits_is_loaded_also_while_the_disk_lets_nothing_be_set_aside()
    {
        await LeaveAsync(waiting: 1, current: 2);
        // The name of the next file is taken, so renaming fails, as on a disk that is mounted read-only.
        var taken = Directory.CreateDirectory(Path.Combine(Folder, "journal-000002.waiting"));
        await using var server = await StartAsync();

        Assert.Equal(1, Assert.Single(await server.Database.LoadedAsync(1)).EntryNo);
        await IsToldOnceAsync(server, DiskRefuses);
        taken.Delete();

        Assert.Equal([1, 2], (await server.Database.LoadedAsync(2)).Select(row => row.EntryNo));
        await server.HasLoadedAllAsync(Folder);
    }

    [Fact]
    public async Task What_is_loaded_and_cannot_be_noted_as_loaded_keeps_nothing_else_from_being_loaded()
    {
        await LeaveAsync(waiting: 1, current: 2);
        var taken = Directory.CreateDirectory(Path.Combine(Folder, "journal-000001.loaded"));
        await using var server = await StartAsync();

        Assert.Equal([1, 2], (await server.Database.LoadedAsync(2)).Select(row => row.EntryNo));
        await IsToldOnceAsync(server, DiskRefuses);
        taken.Delete();

        await server.HasLoadedAllAsync(Folder);
        Assert.Single(server.Log.Lines, line => line.Contains("journal-000001.waiting: 1 entries are loaded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_PostgreSQL_refuses_for_longer_is_told_once_and_loaded_when_it_no_longer_does()
    {
        await LeaveAsync(waiting: 1, current: 2);
        var database = await cluster.CreateDatabaseAsync();
        await using var owner = new TestDatabase(database);
        await owner.ExecuteAsync("alter table emergency_entry rename column hours to how_long");
        await using var server = await StartAsync(database);

        await IsToldOnceAsync(server, PostgresRefuses);
        Assert.Empty(await owner.QueryAsync<long>("select id from emergency_entry"));
        await owner.ExecuteAsync("alter table emergency_entry rename column how_long to hours");

        Assert.Equal([1, 2], (await owner.LoadedAsync(2)).Select(row => row.EntryNo));
    }

    [Fact]
    public async Task What_waits_is_loaded_also_where_no_node_number_can_be_taken()
    {
        await LeaveAsync(waiting: 1, current: 0);
        File.Delete(Path.Combine(Folder, "journal"));
        var file = Path.Combine(Folder, "journal-000001.waiting");
        // An old file without a node number for this server.
        await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file)).Where(line => line.Contains("\"entry\"", StringComparison.Ordinal)));
        var database = await cluster.CreateDatabaseAsync();
        await using var owner = new TestDatabase(database);
        await owner.ExecuteAsync(
            """
            insert into emergency_node (number, journal) values (7, gen_random_uuid());
            create function refuse() returns trigger language plpgsql as 'begin raise exception ''corrupt'' using errcode = ''XX000''; end';
            create trigger refuse before insert on emergency_node for each row execute function refuse();
            """);
        await using var server = await StartAsync(database);

        Assert.Single(await owner.LoadedAsync(1));
        await IsToldOnceAsync(server, PostgresRefuses);
        await owner.ExecuteAsync("drop trigger refuse on emergency_node");

        await server.IsReadyForTheWorstAsync();
    }

    [Fact]
    public async Task What_a_newer_version_wrote_stays_and_the_rest_is_loaded()
    {
        await LeaveAsync(waiting: 1, current: 2);
        const string newer = """{"kind":"entry-withdrawn","reference":"907000008"}""";
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(newer)));
        await File.AppendAllTextAsync(Path.Combine(Folder, "journal"), $"{checksum} {newer}\n");
        await using (var opened = new OpenJournal(Folder))
            await opened.KeepsAsync(OpenJournal.Entry(3));
        await using var server = await StartAsync();

        Assert.Equal([1, 2, 3], (await server.Database.LoadedAsync(3)).Select(row => row.EntryNo));
        await Eventually.TrueAsync(
            () => Task.FromResult(server.Log.Lines.Any(line => line.Contains("1 lines were refused", StringComparison.Ordinal))), "It is not told.");
        Assert.Single(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains($"journal-000002.waiting: this version does not know the kind of line {checksum}", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Folder, "journal-000002.waiting")));
    }

    private async Task LeaveAsync(int waiting, int current)
    {
        await using var opened = new OpenJournal(Folder);
        await opened.Journal.TakeNodeAsync(7);
        await opened.KeepsAsync(OpenJournal.Entry(waiting));
        opened.Journal.SetAside();
        if (current > 0)
            await opened.KeepsAsync(OpenJournal.Entry(current));
    }

    private async Task<TestServer> StartAsync(string? database = null) => await TestServer.StartOnAsync(
        database ?? await cluster.CreateDatabaseAsync(), new VirtualClock(TestServer.Afternoon), $"Emergency:JournalFolder={Folder}", "Logging:LogLevel:Ivr.Server.Emergency=Debug");

    // The error lasts for several attempts, and only the first attempt logs it.
    private static async Task IsToldOnceAsync(TestServer server, string line)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(server.Log.Lines.Count(told => told.Contains("still does not work", StringComparison.Ordinal)) >= 3), "It is not tried again.");
        Assert.Single(server.Log.Lines, told => told.StartsWith("Error", StringComparison.Ordinal) && told.Contains(line, StringComparison.Ordinal));
    }
}
