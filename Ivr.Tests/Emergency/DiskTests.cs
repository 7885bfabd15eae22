using System.Diagnostics;
using Ivr.Caller.Clock;
using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine.Results;
using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>The disk becomes full during a write, or does not respond: no caller hears "not kept" about an entry that is kept.</summary>
[Collection<RunsAlone>]
public sealed class DiskTests(TestCluster cluster) : IDisposable
{
    // Larger than any other file that this process writes meanwhile, because the size limit applies to the whole process.
    private const int Mebibytes = 16 << 20;

    private readonly TemporaryFolder _folder = new();

    private string Current => _folder.In("journal/journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_half_is_taken_back_when_its_caller_hears_that_it_is_not_kept()
    {
        await using var opened = await OpenLongJournalAsync();
        var before = new FileInfo(Current).Length;
        // Everything except the line end is written. A reader would accept such a line as complete.
        await using (await HalfWritten.BeyondAsync(before + LengthOfALine() - 1))
            await opened.RefusesAsync(OpenJournal.Entry(1));

        Assert.Equal(before, new FileInfo(Current).Length);
        await opened.KeepsAsync(OpenJournal.Entry(2));
        Assert.Equal([2], Left());
    }

    [Fact]
    public async Task What_was_written_half_and_cannot_be_taken_back_is_in_doubt_and_keeps_its_reference()
    {
        await using var opened = await OpenLongJournalAsync();
        var before = new FileInfo(Current).Length;
        using var sealedFile = Unshrinkable.CopyOf(Current);
        File.Delete(Current);
        File.CreateSymbolicLink(Current, sealedFile.Path);
        await using (await HalfWritten.BeyondAsync(before + LengthOfALine() - 1))
            Assert.IsType<JournalResult.Unknown>(await opened.Journal.LeaveAsync(OpenJournal.Entry(1)));

        Assert.Equal([1], Left());
        var reference = await opened.KeepsAsync(OpenJournal.Entry(1));
        await opened.KeepsAsync(OpenJournal.Entry(2));
        Assert.Equal([1, 1, 2], Left());
        Assert.All(Lines().Take(2), line => Assert.Equal(reference, line.Reference));
    }

    [Fact]
    public async Task Who_cannot_wait_any_longer_for_the_disk_hears_that_it_is_not_certain()
    {
        await using var server = await TestServer.StartAsync(
            cluster, settings: [$"Emergency:JournalFolder={_folder.In("journal")}", "Emergency:LongestWait=00:00:00.5"]);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Keys}{TestData.InFlanders}13");
        await server.Database.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9)");
        File.Move(Current, _folder.In("aside"));
        // Opening a named pipe for writing blocks until it has a reader, like a disk that hangs.
        await RunAsync("mkfifo", Current);

        await using var metronome = new Metronome();
        var watch = Stopwatch.StartNew();
        try
        {
            await call.Presses("1");
        }
        finally
        {
            // The disk responds again. This also runs when the caller waited too long.
            File.Move(Current, _folder.In("pipe"));
            File.Move(_folder.In("aside"), Current);
            await using var reader = new FileStream(_folder.In("pipe"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.5), metronome.Allow(TimeSpan.FromSeconds(5)));
        call.HearsGoodbye("We weten niet zeker of deze prestatie geregistreerd is.").DoesNotHear("is niet geregistreerd");
        Assert.Contains(server.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("not known whether the journal kept it", StringComparison.Ordinal));

        // The next entry is kept as usual.
        await using var next = await server.DialAsync(TestData.FlandersLandline);
        await next.Presses($"{TestData.Nl.Keys}{TestData.InFlanders}131");
        next.Hears("Uw uren zijn bewaard");
    }

    // Readers of the journal ignore empty lines.
    private async Task<OpenJournal> OpenLongJournalAsync()
    {
        var opened = new OpenJournal(_folder.In("journal"), new VirtualClock(TestServer.Afternoon));
        await opened.Journal.TakeNodeAsync(7);
        await File.AppendAllTextAsync(Current, new string('\n', Mebibytes));
        return opened;
    }

    private static int LengthOfALine() => new EntryLeft("900000000", TestServer.Afternoon, OpenJournal.Entry(1)).ToBytes().Length;

    private IEnumerable<int> Left() => Lines().Select(line => line.Entry.EntryNumber);

    private IEnumerable<EntryLeft> Lines() => JournalReader.Read(Current).Select(line => line.Content).OfType<EntryLeft>();

    private static async Task RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
