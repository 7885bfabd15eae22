using System.Net;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A webhook fails: the fallback URL reads the call state from the URL that failed, and the call continues.</summary>
public sealed partial class FallbackTests(TestCluster cluster)
{
    private const string Answer = "/voice/answer";

    [Fact]
    public async Task A_state_that_does_not_open_leaves_an_apology_in_the_languages_of_the_line()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia);
        var fallback = call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/fallback"));

        var errorUrl = new Uri(server.Url, "/voice/answer?call=nonsense").ToString();
        var answer = await server.Phone.SendAsync(fallback.With("ErrorCode", "11200").With("ErrorUrl", errorUrl));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Toutes nos excuses", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Contains("Our apologies", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Contains("<Hangup>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no url")]
    [InlineData("https://ivr.example.be/voice/answer")]
    [InlineData("https://ivr.example.be/mistyped")]
    public async Task Without_a_state_the_call_begins_anew_and_records_beside_what_it_recorded_before(string? errorUrl)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var fallback = call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/fallback")).With("ErrorCode", "11200");

        var answer = await server.Phone.SendAsync(errorUrl is null ? fallback : fallback.With("ErrorUrl", errorUrl));
        Assert.Contains("Excuseer, er was een storing bij ons.", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Contains("Uw login, en dan het hekje.", answer.Document.Spoken, StringComparison.Ordinal);
        foreach (var digits in new[] { TestData.Nl.Login, TestData.Nl.Password, TestData.InFlanders, "1", "4", "1" })
            answer = await server.Phone.SendAsync(call.Exchanges[0].Request.At(new(server.Url, Action().Match(answer.Body).Groups["url"].Value)).With("Digits", digits));

        Assert.Contains("Uw prestatie is geregistreerd.", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Equal([3, 4], await server.Database.QueryAsync<int>("select hours::integer from prestation order by id"));
    }

    [Fact]
    public async Task What_no_webhook_of_twilio_has_is_not_in_the_log()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia);
        var fallback = call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/fallback"));
        var noise = "\u001b[31m" + new string('9', 5000);

        await server.Phone.SendAsync(fallback.With("ErrorCode", noise));
        await server.Phone.SendAsync(fallback.With("To", noise));
        await server.Phone.SendAsync(call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/incoming")).With("To", noise));
        await server.Phone.SendAsync(call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/status")).With("CallStatus", noise));
        await server.Phone.SendAsync(fallback.With("ErrorCode", "11200"));

        Assert.All(server.Log.Lines, line => Assert.DoesNotContain('\u001b', line));
        Assert.All(server.Log.Lines, line => Assert.DoesNotContain(new string('9', 100), line, StringComparison.Ordinal));
        Assert.Contains(server.Log.Lines, line => line.Contains("Twilio error 11200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failing_over_for_ever_ends_at_sixty_webhooks_as_well()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        for (var i = 0; i < 59; i++)
        {
            network.LoseNextRequest(Answer);
            await call.Interrupts("0#");
        }

        network.LoseNextRequest(Answer);
        await call.Interrupts("0#");
        call.HearsGoodbye("Dit gesprek duurt al lang");
    }

    [GeneratedRegex("action=\"(?<url>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Action();
}
