using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;
using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>
/// The help desk is the only number that the server ever dials: only in an emergency, only if it is configured, and only if it was open
/// when it was offered.
/// </summary>
public sealed class HelpDeskTests(TestCluster cluster)
{
    private static readonly string[] Configured = ["HelpDesk:Number=+3225550006", "HelpDesk:Hours:Thursday=08:00-15:31"];

    [Fact]
    public async Task Key_6_connects_and_what_follows_is_words_and_the_end()
    {
        await using var server = await TestServer.StartAsync(cluster, moment: null, Configured);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await server.Database.ShutAsync();
        await call.Presses(TestData.Nl.Keys);
        call.Hears("Voor de helpdesk, druk 6 en het hekje.");
        await call.Presses("6#");

        var dial = Assert.Single(call.Exchanges.Last(exchange => exchange.Body.Length > 0).Document.Verbs.OfType<Dial>());
        Assert.Equal("+3225550006", dial.Number);
        call.Hears("we verbinden u door").HearsGoodbye("Kreeg u niemand aan de lijn");
        Assert.Contains(call.Transcript.Entries, entry => entry is Note note && note.Text.Contains("+3225550006", StringComparison.Ordinal));
        Assert.Equal(CallEnding.ServerHungUp, call.Ending);
    }

    [Fact]
    public async Task What_was_offered_is_kept_although_it_closed_since()
    {
        await using var server = await TestServer.StartAsync(cluster, moment: null, Configured);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await server.Database.ShutAsync();
        await call.Presses(TestData.Nl.Keys);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        await call.Presses("6#");
        call.Hears("we verbinden u door");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task It_is_off_unless_configured_and_shut_out_of_hours(int minutesLater)
    {
        await using var server = await TestServer.StartAsync(
            cluster, TestServer.Afternoon.AddMinutes(minutesLater), minutesLater == 0 ? [] : Configured);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await server.Database.ShutAsync();
        await call.Presses(TestData.Nl.Keys);
        call.DoesNotHear("helpdesk");
        await call.Presses("6#");
        call.Hears("Dat hebben we niet begrepen.");
        Assert.DoesNotContain(call.Exchanges, exchange => exchange.Body.Contains("<Dial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_no_emergency_never_dials()
    {
        await using var server = await TestServer.StartAsync(cluster, moment: null, Configured);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "6#");
        call.Hears("Dat hebben we niet begrepen.");
        await call.Presses(TestData.InFlanders + "1316");
        Assert.DoesNotContain(call.Exchanges, exchange => exchange.Body.Contains("<Dial", StringComparison.Ordinal));
    }
}
