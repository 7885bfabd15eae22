using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>No old state of a call can extend the call beyond its end.</summary>
public sealed class EndlessCallTests(TestCluster cluster)
{
    [Fact]
    public async Task After_fifteen_minutes_every_state_that_the_call_ever_had_is_over()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "132#");
        var steps = call.Exchanges.Where(exchange => exchange.Request.Url.AbsolutePath == "/voice/answer").ToList();
        server.Clock.Set(TestServer.Afternoon + TimeSpan.FromMinutes(16));

        Assert.InRange(steps.Count, 7, 7);
        foreach (var step in steps)
        {
            foreach (var digits in new[] { "1", "0", "", TestData.InFlanders })
                Assert.Contains("Dit gesprek duurt al lang", (await server.Phone.SendAsync(step.Request.With("Digits", digits))).Document.Spoken, StringComparison.Ordinal);
            var failed = step.Request.At(new Uri(server.Url, "/voice/fallback")).With("ErrorUrl", step.Request.Url.ToString()).With("ErrorCode", "11200");
            Assert.Equal("Ended", (await server.Phone.SendAsync(failed)).Headers["X-Ivr-State"]);
        }

        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_call_that_begins_again_is_at_the_login_again_and_gives_the_old_state_no_time()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        server.Clock.Set(TestServer.Afternoon + TimeSpan.FromMinutes(16));

        var again = await server.Phone.SendAsync(call.Exchanges[0].Request);
        Assert.Contains("Uw login, en dan het hekje.", again.Document.Spoken, StringComparison.Ordinal);
        await call.Interrupts(TestData.InFlanders);
        call.HearsGoodbye("Dit gesprek duurt al lang");
    }
}
