using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>
/// The same worker, client, activity and day twice: the caller is warned, the row is flagged, and the entry is never refused.
/// </summary>
public sealed class DuplicateTests(TestCluster cluster)
{
    private const string Warning = "is deze activiteit vandaag al geregistreerd";

    [Fact]
    public async Task The_summary_says_first_that_it_is_on_record_and_the_caller_may_still_confirm()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server);
        await using var again = await server.DialAsync(TestData.FlandersLandline);
        await again.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3");
        again.Hears(Warning);
        Assert.True(
            again.Heard.IndexOf(Warning, StringComparison.Ordinal) < again.Heard.IndexOf("Klant 1 0 0", StringComparison.Ordinal),
            again.Transcript.ToString());
        await again.Presses("1");
        again.Hears("Geregistreerd. Uw referentie is");

        Assert.Equal([false, true], (await server.Database.FeedAsync()).Select(row => row.PossibleDuplicate));
    }

    [Fact]
    public async Task A_second_entry_in_the_same_call_is_guarded_too()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1" + "1" + TestData.InFlanders + "1 2");
        call.Hears(Warning);
    }

    [Theory]
    [InlineData(TestData.InFlanders, "2")]
    [InlineData(TestData.InBrussels, "1")]
    public async Task Another_activity_or_another_client_is_no_duplicate(string client, string activity)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + client + activity + "3");
        call.DoesNotHear(Warning);
        await call.Presses("1");

        Assert.All(await server.Database.FeedAsync(), row => Assert.False(row.PossibleDuplicate));
    }

    [Fact]
    public async Task The_same_job_on_the_next_day_is_no_duplicate()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server);
        server.Clock.Advance(TimeSpan.FromDays(1));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3");
        call.DoesNotHear(Warning).Hears("vrijdag 13 maart");
    }

    [Fact]
    public async Task Another_worker_at_the_same_client_is_no_duplicate()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.AppBlocked.Keys + TestData.InFlanders + "1 3");
        call.DoesNotHear(Warning);
    }

    [Fact]
    public async Task Correcting_the_activity_takes_the_warning_away()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3");
        call.Hears(Warning);
        await call.Presses("2 #2#");
        call.DoesNotHear(Warning);
    }

    private static async Task RecordAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd. Uw referentie is");
    }
}
