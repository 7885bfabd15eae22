using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Key 2 at the summary: back to the main menu, with the earlier answers kept.</summary>
public sealed class CorrectionTests(TestCluster cluster)
{
    private const string ToTheSummary = TestData.InFlanders + "13";

    [Fact]
    public async Task Correcting_the_hours_costs_one_digit()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "2");
        call.Hears("De klant is 1 0 0, 0 0 0, 0 0 0, 1 3 5. Klopt dat, druk dan op hekje.");
        await call.Presses("#");
        call.Hears("De activiteit is huishoudelijke hulp. Klopt dat, druk dan op hekje.");
        await call.Presses("#");
        call.Hears("De duur is 3 uur. Klopt dat, druk dan op hekje.");
        await call.Presses("4");
        call.Hears("1 3 5: huishoudelijke hulp, 4 uur, op donderdag 12 maart.");
        await call.Presses("1");

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((TestData.InFlanders, 1, 4, 1), (row.UserNumber, row.Activity, row.Hours, row.EntryNo));
    }

    [Fact]
    public async Task Silence_keeps_an_earlier_answer_as_hash_does()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(TestData.Fr.Keys + ToTheSummary + "2");
        call.HearsIn("fr", "Le client est le 1 0 0,");
        await call.StaysSilent();
        call.HearsIn("fr", "L'activité est : aide ménagère.");
        await call.StaysSilent();
        call.HearsIn("fr", "La durée est de 3 heures.");
        await call.StaysSilent();
        call.HearsIn("fr", "aide ménagère, 3 heures, le jeudi 12 mars.");
        await call.Presses("1");

        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task The_client_alone_can_be_replaced()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "2" + TestData.InWallonia + "##");
        call.Hears("3 3 7: huishoudelijke hulp, 3 uur");
        await call.Presses("1");

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((TestData.InWallonia, "wallonia", 1, 3), (row.UserNumber, row.Region, row.Activity, row.Hours));
    }

    [Fact]
    public async Task The_activity_alone_can_be_replaced()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "2" + "#4#");
        call.Hears("vervoer van personen met beperkte mobiliteit, 3 uur");
        await call.Presses("1");

        Assert.Equal(4, Assert.Single(await server.Database.FeedAsync()).Activity);
    }

    [Fact]
    public async Task A_slip_while_correcting_leaves_the_earlier_answer_to_be_kept()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "2" + TestData.NotKnown);
        call.Hears("niet bekend").Hears("De klant is 1 0 0, 0 0 0, 0 0 0, 1 3 5.");
        await call.Presses("#");
        await call.Presses("7");
        call.Hears("Dat hebben we niet begrepen.").Hears("De activiteit is huishoudelijke hulp.");
        await call.Presses("##");
        call.Hears("1 3 5: huishoudelijke hulp, 3 uur");
    }

    [Fact]
    public async Task Two_corrections_and_a_second_prestation_fit_into_one_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersMobile);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "2" + "##5" + "2" + "#3#" + "1");
        call.Hears("Geregistreerd. Uw referentie is");
        await call.Presses("1");
        call.DoesNotHear("Klopt dat");
        await call.Presses(TestData.InBrussels + "1 2 1");
        call.Hears("Geregistreerd. Uw referentie is");

        Assert.Equal(
            [(1, TestData.InFlanders, 3, 5), (2, TestData.InBrussels, 1, 2)],
            (await server.Database.FeedAsync()).Select(row => (row.EntryNo, row.UserNumber, row.Activity, row.Hours)));
    }
}
