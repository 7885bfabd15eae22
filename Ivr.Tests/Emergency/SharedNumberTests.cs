using Ivr.Caller.Clock;
using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Emergency;

/// <summary>Two journals gave the same reference to two entries: the first loaded entry keeps it, and both entries are loaded.</summary>
public sealed class SharedNumberTests(TestCluster cluster) : IDisposable
{
    private const int Number = 7;

    private static readonly string Reference = EmergencyReference.Of(Number, 0);
    private static readonly EmergencyEntry First = OpenJournal.Entry(1);
    private static readonly EmergencyEntry Second = OpenJournal.Entry(1) with { CallSid = "CA00000000000000000000000000000002", Hours = 5 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reference_stays_with_the_entry_that_has_it_and_the_other_is_loaded_without_it(bool isCopy)
    {
        var database = await cluster.CreateDatabaseAsync();
        await LeaveAsync("one", First);
        await LeaveAsync("other", Second, isCopy ? await NameAsync("one") : Guid.NewGuid());
        await using var one = await StartAsync(database, "one");
        await one.Database.LoadedAsync(1);
        await one.HasLoadedAllAsync(_folder.In("one"));
        const string sql = "select checksum from emergency_reference";
        var checksum = await one.Database.SingleAsync<string>(sql);
        await using var other = await StartAsync(database, "other");

        var rows = (await other.Database.LoadedAsync(2)).OrderBy(row => row.CallSid).ToList();
        Assert.Equal([(First.CallSid, 3), (Second.CallSid, 5)], rows.Select(row => (row.CallSid, row.Hours)));
        Assert.Equal([Reference], rows[0].References);
        Assert.Empty(rows[1].References);
        Assert.Equal(checksum, await one.Database.SingleAsync<string>(sql));

        await Eventually.TrueAsync(() => Task.FromResult(Node(other) == 0), "The number is not given up.");
        Assert.Equal(Number, Node(one));
        Assert.Contains(other.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains($"reference {Reference} belongs to another entry; call {Second.CallSid} entry 1 is loaded without it", StringComparison.Ordinal));
        Assert.Single(JournalReader.Read(_folder.In("other/journal-000001.waiting")), line => line.Content is EntryLeft);
    }

    private async Task LeaveAsync(string folder, EmergencyEntry entry, Guid? name = null)
    {
        Directory.CreateDirectory(_folder.In(folder));
        if (name is { } given)
            await File.WriteAllBytesAsync(_folder.In($"{folder}/journal"), new NodeTaken(given, Number, Next: 0).ToBytes());
        await using var opened = new OpenJournal(_folder.In(folder));
        if (name is null)
            await opened.Journal.TakeNodeAsync(Number);
        Assert.Equal(Reference, await opened.KeepsAsync(entry));
    }

    private async Task<Guid> NameAsync(string folder)
    {
        await using var opened = new OpenJournal(_folder.In(folder));
        return opened.Journal.Name;
    }

    private static int? Node(TestServer server) => server.Services.GetRequiredService<Journal>().Node;

    private Task<TestServer> StartAsync(string database, string folder) =>
        TestServer.StartOnAsync(database, new VirtualClock(TestServer.Afternoon), $"Emergency:JournalFolder={_folder.In(folder)}");
}
