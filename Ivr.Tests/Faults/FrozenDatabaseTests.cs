using System.Diagnostics;
using Ivr.Caller.Calls;
using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>A database that neither answers nor refuses: the worst case for a waiting caller.</summary>
[Collection<RunsAlone>]
[Trait("Category", "Faults")]
public sealed class FrozenDatabaseTests(FilledPostgres postgres, ITestOutputHelper output)
{
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(5);

    private static readonly (string Before, string Keys)[] Steps =
    [
        ($"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#"),
        (TestData.Nl.Keys, TestData.InFlanders),
        (TestData.Nl.Keys + TestData.InFlanders + "13", "1"),
    ];

    [Fact]
    public async Task The_caller_whom_it_hits_first_waits_5_seconds_at_each_step_and_the_next_one_no_longer()
    {
        await using var databases = await PostgresPair.StartAsync(postgres, TestData.Workers);
        await using var server = await TestServer.StartOnAsync(databases.Primary.ConnectionString, new(TestServer.Afternoon));
        await server.IsReadyForTheWorstAsync();
        foreach (var (before, keys) in Steps)
        {
            await using var first = await server.DialAsync(TestData.FlandersLandline);
            await first.Presses(before);
            await databases.Primary.FreezeAsync();
            output.WriteLine($"{first.Exchanges.Count} webhooks, then {await TimeAsync(first, keys):s\\.fff} s");
            Assert.Contains(first.Exchanges, exchange => exchange.Headers["X-Ivr-State"] is "UserNumber" or "Activity" or "LeftInJournal");

            await using var next = await server.DialAsync(TestData.FlandersLandline);
            output.WriteLine($"a whole call: {await TimeAsync(next, TestData.Nl.Keys + TestData.InFlanders + "131"):s\\.fff} s");
            Outages.HeardReference(next.Heard);

            await databases.Primary.ThawAsync();
            await server.HasLoadedAllAsync();
        }
    }

    private static async Task<TimeSpan> TimeAsync(PhoneCall call, string keys)
    {
        await using var metronome = new Metronome();
        var watch = Stopwatch.StartNew();
        await call.Presses(keys);
        var waited = watch.Elapsed;
        Assert.InRange(waited, TimeSpan.Zero, Metronome.Allow(MaxSilence, metronome.Lateness));
        return waited;
    }
}
