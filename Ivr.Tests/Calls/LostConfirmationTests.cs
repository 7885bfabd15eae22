using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The caller pressed key 1, and the response was lost: what is on record, and what the caller hears.</summary>
public sealed class LostConfirmationTests(TestCluster cluster)
{
    private const string Answer = "/voice/answer";
    private const string Sorry = "We gaan verder waar u was.";

    [Fact]
    public async Task A_confirmation_whose_answer_was_lost_is_recorded_once_and_said_at_the_second_try()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        network.LoseNextAnswer(Answer);
        await call.Presses("1");
        call.Hears(Sorry).Hears("Om te bevestigen, druk 1.");
        await call.Presses("1");

        var row = Assert.Single(await server.Database.FeedAsync());
        call.Hears($"Uw referentie is {DigitGroups.Groups(row.Reference)}.").DoesNotHear("Uw eerste bevestiging");
    }

    [Fact]
    public async Task Who_gives_up_after_a_confirmation_that_was_lost_is_not_told_that_nothing_is_recorded()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        network.LoseNextAnswer(Answer);
        await call.Presses("1");
        await call.Waits(TimeSpan.FromMinutes(5));

        call.HearsGoodbye("We weten niet zeker of deze prestatie geregistreerd is.").DoesNotHear("is niet geregistreerd");
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Who_is_asked_a_third_time_after_a_confirmation_that_was_lost_is_not_told_that_nothing_is_recorded()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        network.LoseNextAnswer(Answer);
        await call.Presses("1");
        await call.StaysSilent();
        await call.StaysSilent();

        call.Hears("Luister rustig: Klant 1 0 0,").DoesNotHear("niet geregistreerd");
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Who_corrects_after_a_confirmation_that_was_lost_hears_what_is_on_record()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        network.LoseNextAnswer(Answer);
        await call.Presses("1");
        await call.Presses("2" + "##5" + "1");

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal(3, row.Hours);
        call.Hears("Uw eerste bevestiging was al geregistreerd en blijft staan")
            .Hears("huishoudelijke hulp, 3 uur")
            .Hears(DigitGroups.Groups(row.Reference));
    }
}
