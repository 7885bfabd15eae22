using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>What a caller can do after an entry is recorded.</summary>
public sealed class RecordedTests(TestCluster cluster)
{
    [Fact]
    public async Task A_second_and_a_third_job_need_no_new_login()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Voor nog een prestatie, druk 1.");
        await call.Presses("1");
        call.Hears("gebruikersnummer").DoesNotHear("login").DoesNotHear("1 0 0, 0 0 0");
        await call.Presses(TestData.InBrussels + "2 1 1");
        call.Hears("Geregistreerd. Uw referentie is");
        await call.Presses("1" + TestData.InWallonia + "4 9 1");
        call.Hears("Geregistreerd. Uw referentie is");
        await call.HangsUp();

        var rows = await server.Database.FeedAsync();
        Assert.Equal(
            [(1, TestData.InFlanders, 1, 3), (2, TestData.InBrussels, 2, 1), (3, TestData.InWallonia, 4, 9)],
            rows.Select(row => (row.EntryNo, row.UserNumber, row.Activity, row.Hours)));
        Assert.Equal(3, rows.Select(row => row.Reference).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(call.CallSid, row.CallSid));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("9")]
    [InlineData("#")]
    [InlineData("*")]
    public async Task Any_other_key_after_recording_is_goodbye(string key)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1" + key);

        call.HearsGoodbye("Bedankt, en tot ziens.");
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Help_after_recording_says_the_reference_again()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1" + "0");

        var row = Assert.Single(await server.Database.FeedAsync());
        call.Hears("uw onderneming kan ze al zien").Hears(DigitGroups.Groups(row.Reference));
    }
}
