using Ivr.Tests.Emergency;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A webhook fails: the fallback URL reads the call state from the URL that failed, and the call continues.</summary>
public sealed class FallbackTests(TestCluster cluster)
{
    private const string Incoming = "/voice/incoming";
    private const string Answer = "/voice/answer";
    private const string Sorry = "We gaan verder waar u was.";

    [Theory]
    [InlineData("", "980000000011#", "Toets uw login in.")]
    [InlineData("980000000011#", "47110#", "Toets uw wachtwoord in.")]
    [InlineData("980000000011#47110#", TestData.InFlanders, "Toets het gebruikersnummer")]
    [InlineData("980000000011#47110#100000000135", "1", "Voor huishoudelijke hulp")]
    [InlineData("980000000011#47110#1000000001351", "3", "Hoeveel uren")]
    [InlineData("980000000011#47110#10000000013513", "1", "Om te bevestigen, druk 1.")]
    public async Task A_lost_answer_is_asked_again_with_an_apology_and_costs_no_try(string before, string keys, string words)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        if (before.Length > 0)
            await call.Presses(before);

        network.LoseNextRequest(Answer);
        await call.Presses(keys);
        call.Hears(Sorry).Hears(words);
        await call.Presses(AskedQuestion.WholeCall(TestData.FlandersLandline)[before.Length..]);

        call.Hears("Geregistreerd. Uw referentie is").DoesNotHear(Sorry);
        Assert.Single(call.Failures);
        Assert.Single(await server.Database.FeedAsync());
    }

    [Theory]
    [InlineData("980000000011#47110#", TestData.InFlanders, "131")]
    [InlineData("980000000011#47110#100000000135", "1", "31")]
    [InlineData("980000000011#47110#10000000013513", "1", "")]
    public async Task A_second_failure_in_a_call_leads_to_the_emergency_words_and_the_entry_is_left(string before, string keys, string after)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(before);

        network.LoseNextRequest(Answer);
        await call.Presses(keys);
        call.Hears(Sorry);
        network.LoseNextRequest(Answer);
        await call.Presses(keys);
        call.Hears("we kunnen nu niets bevestigen");
        await call.Presses(keys + after);

        call.Hears("Uw prestatie is bewaard");
        Assert.Empty(await server.Database.FeedAsync());
        Assert.Equal(3, Assert.Single(await server.Database.LoadedAsync(1)).Hours);
    }

    [Fact]
    public async Task A_second_failure_at_the_login_takes_login_and_password_without_asking_the_database()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        for (var i = 0; i < 2; i++)
        {
            network.LoseNextRequest(Answer);
            await call.Presses($"{TestData.Nl.Login}#");
        }

        await call.Presses(TestData.Nl.Keys);
        call.Hears("we kunnen nu niets bevestigen").Hears("gebruikersnummer");
    }

    [Fact]
    public async Task The_right_password_after_a_wrong_one_whose_answer_was_lost_is_looked_at()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#");

        network.LoseNextAnswer(Answer);
        await call.Presses("11111#");
        call.Hears(Sorry).Hears("Toets uw wachtwoord in.");
        await call.Presses($"{TestData.Nl.Password}#");
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task A_call_whose_very_first_webhook_was_lost_begins_at_the_fallback()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        network.LoseNextRequest(Incoming);
        await using var call = await phone.DialAsync(TestData.Wallonia);

        call.HearsIn("fr", "Bienvenue").HearsIn("fr", "Nous reprenons où vous étiez.").HearsIn("nl", "Voor Nederlands, druk 3");
        await call.Presses(TestData.Fr.Keys + TestData.InWallonia + "131");
        call.Hears("C'est enregistré");
    }

    [Fact]
    public async Task A_state_that_does_not_open_leaves_an_apology_in_the_languages_of_the_line()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia);
        var fallback = call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/fallback"));

        foreach (var errorUrl in new[] { "", "no url", new Uri(server.Url, "/voice/answer?call=nonsense").ToString(), new Uri(server.Url, "/voice/answer").ToString() })
        {
            var answer = await server.Phone.SendAsync(fallback.With("ErrorCode", "11200").With("ErrorUrl", errorUrl));
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
            Assert.Contains("Toutes nos excuses", answer.Document.Spoken, StringComparison.Ordinal);
            Assert.Contains("Our apologies", answer.Document.Spoken, StringComparison.Ordinal);
            Assert.Contains("<Hangup>", answer.Body, StringComparison.Ordinal);
        }
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
}
