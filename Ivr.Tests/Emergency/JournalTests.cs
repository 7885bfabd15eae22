using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Emergency;

/// <summary>The journal on disk: an entry with a reference that a caller heard survives everything that happens to the server.</summary>
public sealed class JournalTests(TestCluster cluster) : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly TemporaryFolder _folder = new();

    private string Current => Path.Combine(_folder.In("journal"), "journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_entry_keeps_its_reference_over_a_restart_and_the_next_one_gets_the_next()
    {
        string first;
        await using (var opened = Open())
        {
            await opened.Journal.TakeNodeAsync(7);
            first = await opened.KeepsAsync(Entry(1));
        }

        await using var again = Open();
        Assert.Equal(EmergencyReference.Of(7, 0), first);
        Assert.Equal(first, await again.KeepsAsync(Entry(1)));
        Assert.Equal(EmergencyReference.Of(7, 1), await again.KeepsAsync(Entry(2)));
    }

    [Fact]
    public async Task What_was_loaded_long_ago_is_deleted_but_for_the_newest()
    {
        Directory.CreateDirectory(_folder.In("journal"));
        foreach (var (name, days) in new[] { ("journal-000001.loaded", 31), ("journal-000002.loaded", 29), ("journal-000003.loaded", 31), ("journal-000004.loaded", 31) })
        {
            await File.WriteAllTextAsync(_folder.In($"journal/{name}"), "", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(_folder.In($"journal/{name}"), DateTime.UtcNow.AddDays(-days));
        }

        await using var server = await TestServer.StartAsync(cluster, settings: $"Emergency:JournalFolder={_folder.In("journal")}");
        await Eventually.TrueAsync(
            () => Task.FromResult(Directory.GetFiles(_folder.In("journal"), "*.loaded").Length == 2), "Old journals are not deleted.");

        Assert.True(File.Exists(_folder.In("journal/journal-000002.loaded")));
        Assert.True(File.Exists(_folder.In("journal/journal-000004.loaded")));
    }

    [Fact]
    public async Task Nobody_else_may_read_it()
    {
        await using var opened = Open();
        await opened.Journal.TakeNodeAsync(7);
        Assert.Equal(default, File.GetUnixFileMode(Current) & Others);
    }

    [Fact]
    public async Task A_line_that_a_crash_tore_is_passed_over_and_the_next_begins_on_a_line_of_its_own()
    {
        await using (var opened = Open())
        {
            await opened.Journal.TakeNodeAsync(7);
            await opened.KeepsAsync(Entry(1));
            await opened.KeepsAsync(Entry(2));
        }

        // A power cut happens while the last line is written.
        await using (var file = new FileStream(Current, FileMode.Open))
            file.SetLength(file.Length - 40);
        await using (var torn = Open())
            Assert.Equal(EmergencyReference.Of(7, 1), await torn.KeepsAsync(Entry(3)));

        var left = JournalReader.Read(Current).Select(line => line.Content).OfType<EntryLeft>().ToList();
        Assert.Equal([1, 3], left.Select(line => line.Entry.EntryNumber));
    }

    [Fact]
    public async Task A_line_that_was_changed_is_not_believed()
    {
        await using (var opened = Open())
        {
            await opened.Journal.TakeNodeAsync(7);
            await opened.KeepsAsync(Entry(1));
        }

        await File.WriteAllTextAsync(Current, (await File.ReadAllTextAsync(Current)).Replace("\"hours\":3", "\"hours\":9", StringComparison.Ordinal));
        Assert.DoesNotContain(JournalReader.Read(Current), line => line.Content is EntryLeft);
    }

    [Fact]
    public async Task What_a_full_disk_does_not_take_has_no_reference_and_what_it_takes_later_has()
    {
        await using var opened = Open();
        await opened.Journal.TakeNodeAsync(7);
        await opened.KeepsAsync(Entry(1));
        File.Move(Current, _folder.In("aside"));
        File.CreateSymbolicLink(Current, "/dev/full");
        await opened.RefusesAsync(Entry(2));

        File.Delete(Current);
        File.Move(_folder.In("aside"), Current);
        await opened.KeepsAsync(Entry(2));
        Assert.Equal([1, 2], JournalReader.Read(Current).Select(line => line.Content).OfType<EntryLeft>().Select(line => line.Entry.EntryNumber));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_noticed()
    {
        await using var opened = Open();
        await opened.Journal.TakeNodeAsync(7);
        Directory.Move(_folder.In("journal"), _folder.In("elsewhere"));
        await opened.RefusesAsync(Entry(1));
    }

    [Fact]
    public async Task Without_a_node_number_nothing_is_kept_and_the_last_number_of_a_node_is_followed_by_another_node_s()
    {
        await using var opened = Open();
        await opened.RefusesAsync(Entry(1));
        await opened.Journal.TakeNodeAsync(7);
        Assert.True(opened.Journal.HasNode);
        await File.AppendAllBytesAsync(Current, new NodeTaken(opened.Journal.Name, 7, EmergencyReference.PerNode - 1).ToBytes());
        await opened.DisposeAsync();

        await using var again = Open();
        Assert.Equal(EmergencyReference.Of(7, 99_999), await again.KeepsAsync(Entry(2)));
        Assert.False(again.Journal.HasNode);
        await again.RefusesAsync(Entry(3));
        await again.Journal.TakeNodeAsync(8);
        Assert.Equal(EmergencyReference.Of(8, 0), await again.KeepsAsync(Entry(3)));
    }

    [Fact]
    public async Task Many_at_once_have_each_their_own()
    {
        await using var opened = Open();
        await opened.Journal.TakeNodeAsync(7);
        var references = await Task.WhenAll(Enumerable.Range(1, 500).Select(number => opened.KeepsAsync(Entry(number))));
        Assert.Equal(500, references.Distinct().Count());
        Assert.Equal(500, JournalReader.Read(Current).Count(line => line.Content is EntryLeft));
    }

    [Fact]
    public async Task A_later_version_of_an_entry_keeps_the_reference_and_an_overtaken_one_changes_nothing()
    {
        await using var opened = Open();
        await opened.Journal.TakeNodeAsync(7);
        var first = await opened.KeepsAsync(Entry(1));
        Assert.Equal(first, await opened.KeepsAsync(Entry(1) with { Webhook = 12, Hours = 5 }));
        Assert.Equal(first, await opened.KeepsAsync(Entry(1)));
        Assert.Equal([3, 5], JournalReader.Read(Current).Select(line => line.Content).OfType<EntryLeft>().Select(line => line.Entry.Hours));
    }

    [Fact]
    public async Task Two_servers_cannot_share_a_folder()
    {
        await using var opened = Open();
        var refused = Assert.Throws<OptionsValidationException>(() => Open());
        Assert.StartsWith("Emergency:JournalFolder is ", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    private OpenJournal Open() => new(_folder.In("journal"));

    private static EmergencyEntry Entry(int number) => OpenJournal.Entry(number);
}
