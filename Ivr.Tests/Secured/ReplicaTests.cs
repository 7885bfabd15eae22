using System.Text.RegularExpressions;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>The history is read from a standby that is recent enough, and from the primary otherwise. The live page is always exact.</summary>
public sealed partial class ReplicaTests(FilledPostgres postgres) : IAsyncLifetime
{
    private PostgresPair _databases = null!;
    private TestServer _server = null!;
    private Door _door = null!;

    public async ValueTask InitializeAsync()
    {
        _databases = await PostgresPair.StartAsync(postgres, TestData.Workers);
        _server = await TestServer.StartOnAsync(
            _databases.Primary.ConnectionString,
            new(TestServer.Afternoon),
            $"ConnectionStrings:IvrRead={TestCluster.AsServer(_databases.Standby.ConnectionString)}",
            "Replica:LongestLag=00:00:12");
        await Visitors.AddAsync(_databases.Primary.ConnectionString);
        _door = new(_server);
        await _door.SignInAsync(Visitors.OfAlfa);
        await IsRecentAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        await _server.DisposeAsync();
        await _databases.DisposeAsync();
    }

    [Fact]
    public async Task Pages_may_be_some_seconds_old_and_no_older()
    {
        await RecordAsync("13");
        await ShowsAsync(1);
        await _databases.Standby.ExecuteAsync("select pg_wal_replay_pause()");

        await RecordAsync("22");

        Assert.Equal(1, await EntriesAsync("/company/history"));
        Assert.Equal(2, await EntriesAsync("/company"));
        // The standby has received the entry and does not show it, until it is older than it may be.
        await ShowsAsync(2);
        Assert.Equal(1, await _databases.Standby.SingleAsync<long>("select count(*) from prestation"));
    }

    [Fact]
    public async Task Without_the_standby_pages_are_read_from_the_primary()
    {
        await RecordAsync("13");
        await ShowsAsync(1);
        await _databases.Primary.ResetAsync("synchronous_standby_names");
        await _databases.Standby.EndAtOnceAsync();

        Assert.Equal(1, await EntriesAsync("/company/history"));
    }

    private Task ShowsAsync(int entries) =>
        Eventually.TrueAsync(async () => await EntriesAsync("/company/history") == entries, $"{entries} entries in the history");

    private async Task<int> EntriesAsync(string page) => Row().Count(await _door.ReadAsync(page));

    // The server writes the row that shows the lag in the background.
    private Task IsRecentAsync() => Eventually.TrueAsync(
        () => _databases.Standby.SingleAsync<bool>("select exists (select from node)"), "A row of the server on the standby");

    private async Task RecordAsync(string activityAndHours)
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + activityAndHours + "1");
        call.Hears("Uw prestatie is geregistreerd.");
    }

    [GeneratedRegex("data-reference=\"[0-9 ]+\"", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
