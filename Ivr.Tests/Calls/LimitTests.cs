using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A call has at most 60 webhooks and lasts at most 15 minutes. Beyond either limit it ends with a message.</summary>
public sealed class LimitTests(TestCluster cluster)
{
    [Fact]
    public async Task The_sixty_first_webhook_ends_the_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        while (call.Exchanges.Count < 60)
            await call.Interrupts("0#");
        call.Hears("Toets uw login in.");
        await call.Interrupts("0#");
        call.HearsGoodbye("Dit gesprek duurt al lang");
        Assert.Equal(61, call.Exchanges.Count(exchange => exchange.Request.Url.AbsolutePath != "/voice/status"));
    }

    [Fact]
    public async Task After_fifteen_minutes_the_call_ends_and_nothing_unconfirmed_is_recorded()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3");
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        await call.Presses("1");
        call.HearsGoodbye("Deze prestatie is niet geregistreerd.");
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task After_fifteen_minutes_what_was_recorded_is_said_to_be_recorded()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1");
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        await call.Presses("1");
        call.HearsGoodbye("Uw prestatie is geregistreerd.").DoesNotHear("niet geregistreerd");
    }

    [Fact]
    public async Task Just_under_fifteen_minutes_the_call_goes_on()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        server.Clock.Set(TestServer.Afternoon + TimeSpan.FromMinutes(13));
        await call.Interrupts(TestData.Nl.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd. Uw referentie is");
    }
}
