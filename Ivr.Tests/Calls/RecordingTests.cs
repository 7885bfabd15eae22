using Ivr.Tests.Host;
using Utterance = Ivr.Caller.Hearing.Spoken;

namespace Ivr.Tests.Calls;

/// <summary>The normal case: a worker records a job.</summary>
public sealed class RecordingTests(TestCluster cluster)
{
    [Fact]
    public async Task A_worker_in_Flanders_records_three_hours_of_household_help()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        call.HearsIn("nl", "Welkom bij de dienstencheques.")
            .HearsIn("fr", "Pour le français, tapez 2 puis dièse.")
            .HearsIn("de", "Für Deutsch drücken Sie die 3 und die Rautetaste.")
            .HearsIn("en", "For English, press 4 and then hash.")
            .HearsIn("nl", "Toets uw login in. Druk daarna op hekje.");
        await call.Presses("980000000011#");
        call.HearsIn("nl", "Toets uw wachtwoord in.");
        await call.Presses("47110#");
        call.HearsIn("nl", "gebruikersnummer van uw klant in: 12 cijfers.");
        await call.Presses("100000000135");
        call.HearsIn("nl", "Voor huishoudelijke hulp, druk 1.");
        await call.Presses("1");
        call.HearsIn("nl", "Hoeveel uren hebt u gewerkt?");
        await call.Presses("3");
        call.HearsIn("nl", "Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5: huishoudelijke hulp, 3 uur, op donderdag 12 maart.")
            .HearsIn("nl", "Om te bevestigen, druk 1.");
        await call.Presses("1");

        var row = Assert.Single(await server.Database.FeedAsync());
        call.HearsIn("nl", $"Geregistreerd. Uw referentie is {DigitGroups.Groups(row.Reference)}.");
        await call.StaysSilent();
        call.HearsGoodbye("Bedankt, en tot ziens.");

        Assert.Matches("^[0-8][0-9]{8}$", row.Reference);
        Assert.Equal(
            new FeedRow
            {
                Reference = row.Reference,
                CompanyCode = "ALFA",
                WorkerLogin = "980000000011",
                UserNumber = "100000000135",
                Region = "flanders",
                Activity = 1,
                Hours = 3,
                ServiceDate = new DateOnly(2026, 3, 12),
                RecordedAt = row.RecordedAt,
                Line = "flanders-brussels",
                Dialled = "+3280035530",
                Caller = "+3225551234",
                CallSid = call.CallSid,
                EntryNo = 1,
                PossibleDuplicate = false,
            },
            row);
        Assert.InRange(row.RecordedAt, TestServer.Afternoon.UtcDateTime, TestServer.Afternoon.UtcDateTime.AddMinutes(2));
    }

    [Theory]
    [InlineData(TestData.FlandersLandline, "nl", "", "Uw referentie is", "tot ziens")]
    [InlineData(TestData.FlandersLandline, "fr", "2#", "Votre référence est", "au revoir")]
    [InlineData(TestData.FlandersMobile, "de", "3#", "Ihre Referenz ist", "Auf Wiederhören")]
    [InlineData(TestData.FlandersMobile, "en", "4#", "Your reference is", "goodbye")]
    [InlineData(TestData.Wallonia, "fr", "", "Votre référence est", "au revoir")]
    [InlineData(TestData.Wallonia, "de", "2#", "Ihre Referenz ist", "Auf Wiederhören")]
    [InlineData(TestData.Wallonia, "nl", "3#", "Uw referentie is", "tot ziens")]
    [InlineData(TestData.Wallonia, "en", "4#", "Your reference is", "goodbye")]
    public async Task Each_line_can_be_used_in_each_language(string number, string language, string pick, string reference, string goodbye)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var worker = language switch { "nl" => TestData.Nl, "fr" => TestData.Fr, "de" => TestData.De, _ => TestData.En };

        await using var call = await server.DialAsync(number);
        // The first prompt of the call offers the other languages. After that, only one language is spoken.
        string[] picked = pick == "" ? [] : [pick];
        foreach (var keys in picked.Concat([$"{worker.Login}#", $"{worker.Password}#", TestData.InBrussels, "2", "9", "1"]))
        {
            await call.Presses(keys);
            Assert.All(call.Transcript.SinceLastInput.OfType<Utterance>(), spoken => Assert.StartsWith(language, spoken.Language));
        }

        call.HearsIn(language, reference);
        await call.StaysSilent();
        call.HearsGoodbye(goodbye);

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((2, 9, worker.Login, number, "brussels"), (row.Activity, row.Hours, row.WorkerLogin, row.Dialled, row.Region));
        Assert.Equal(number == TestData.Wallonia ? "wallonia" : "flanders-brussels", row.Line);
    }

    [Theory]
    [InlineData("1", "huishoudelijke hulp")]
    [InlineData("2", "boodschappen")]
    [InlineData("3", "strijken buitenshuis")]
    [InlineData("4", "vervoer van personen met beperkte mobiliteit")]
    public async Task Each_activity_is_read_back_and_stored(string key, string name)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + key + "1");
        call.Hears($"{name}, 1 uur, op");
        await call.Presses("1");

        Assert.Equal(int.Parse(key), Assert.Single(await server.Database.FeedAsync()).Activity);
    }

    [Theory]
    [InlineData(TestData.FlandersLandline, TestData.InWallonia, "wallonia", "flanders-brussels")]
    [InlineData(TestData.Wallonia, TestData.InFlanders, "flanders", "wallonia")]
    [InlineData(TestData.Wallonia, TestData.InBrussels, "brussels", "wallonia")]
    public async Task The_region_is_the_client_s_whatever_number_was_dialled(string number, string client, string region, string line)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(number);
        await call.Presses(TestData.Fr.Keys + client + "1 2 1");

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((region, line, number), (row.Region, row.Line, row.Dialled));
    }

    [Fact]
    public async Task A_withheld_number_records_like_any_other()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersMobile, from: Ivr.Caller.Calls.Phone.Withheld);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 4 1");
        call.Hears("Geregistreerd. Uw referentie is");

        Assert.Equal("+266696687", Assert.Single(await server.Database.FeedAsync()).Caller);
    }

    [Fact]
    public async Task Keys_pressed_during_the_prompts_record_in_under_a_minute()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Interrupts(TestData.Nl.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd. Uw referentie is");

        Assert.InRange(call.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_number_on_no_line_says_so_in_every_language_and_hangs_up()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync("+3220000000");

        call.HearsIn("nl", "niet in gebruik").HearsIn("fr", "pas utilisé").HearsIn("de", "nicht").HearsIn("en", "not in use");
        call.HearsGoodbye("not in use");
        Assert.Contains(server.Log.Lines, line => line.Contains("+3220000000 rings on no line", StringComparison.Ordinal));
    }
}
