using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>The webhook that leaves an entry is delivered more than once.</summary>
public sealed class LeftTwiceTests(TestCluster cluster)
{
    [Fact]
    public async Task The_same_node_gives_the_same_reference_also_after_it_was_loaded_and_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var setting = $"Emergency:JournalFolder={folder.In("journal")}";
        var database = await cluster.CreateDatabaseAsync();
        Ivr.Caller.Webhooks.WebhookRequest leaving;
        string first;
        await using (var server = await TestServer.StartOnAsync(database, new(TestServer.Afternoon), setting))
        {
            await server.IsReadyForTheWorstAsync();
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await server.Database.ShutAsync();
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            first = call.Heard;
            leaving = call.Exchanges[^1].Request;
            Assert.Equal(first, (await server.Phone.SendAsync(leaving)).Document.Spoken);
            await server.Database.OpenAgainAsync();
            await server.Database.LoadedAsync(1);
            Assert.Equal(first, (await server.Phone.SendAsync(leaving)).Document.Spoken);
        }

        await using var restarted = await TestServer.StartOnAsync(database, new(TestServer.Afternoon), setting);
        Assert.Equal(first, (await restarted.Phone.SendAsync(leaving.At(new Uri(restarted.Url, leaving.Url.PathAndQuery)))).Document.Spoken);
        Assert.Single(await restarted.Database.LoadedAsync(1));
    }

    [Fact]
    public async Task Two_nodes_give_two_references_for_one_entry()
    {
        await using var one = await TestServer.StartAsync(cluster);
        await using var other = await TestServer.StartOnAsync(one.Database.ConnectionString, one.Clock);
        await one.IsReadyForTheWorstAsync();
        await other.IsReadyForTheWorstAsync();
        await using (var warm = await other.DialAsync(TestData.FlandersLandline))
            warm.Hears("Welkom");
        await using var call = await one.DialAsync(TestData.FlandersLandline);
        await one.Database.ShutAsync();

        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var leaving = call.Exchanges[^1].Request;
        var again = await other.Phone.SendAsync(leaving.At(new Uri(other.Url, leaving.Url.PathAndQuery)));
        string[] references = [Outages.HeardReference(call.Heard), Outages.HeardReference(again.Document.Spoken)];
        Assert.Equal(2, references.Distinct().Count());
        await one.Database.OpenAgainAsync();

        await Eventually.TrueAsync(
            async () => (await one.Database.EmergencyAsync()) is [{ References.Length: 2 }], "The entry does not know both references.");
        Assert.Equal(references.Order(), Assert.Single(await one.Database.EmergencyAsync()).References);
    }
}
