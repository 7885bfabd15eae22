using System.Diagnostics;
using Dapper;
using Ivr.Tests.Host;
using Utterance = Ivr.Caller.Hearing.Spoken;

namespace Ivr.Tests.Calls;

public sealed class LanguageTests(TestCluster cluster)
{
    [Fact]
    public async Task The_Walloon_line_greets_in_French_and_offers_German_Dutch_and_English()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia);

        call.HearsIn("fr-BE", "Bienvenue sur la ligne des titres-services.")
            .HearsIn("de-DE", "Für Deutsch drücken Sie die 2 und die Rautetaste.")
            .HearsIn("nl-BE", "Voor Nederlands, druk 3 en hekje.")
            .HearsIn("en-GB", "For English, press 4 and then hash.")
            .HearsIn("fr-BE", "Tapez votre login.");
    }

    [Fact]
    public async Task The_worker_s_record_names_the_language_once_the_login_is_known()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.De.Login}#");
        call.HearsIn("nl", "wachtwoord");
        await call.Presses($"{TestData.De.Password}#");
        call.HearsIn("de", "Benutzernummer Ihres Kunden");
    }

    [Fact]
    public async Task A_pick_on_the_line_wins_over_the_record()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses("4#");
        call.HearsIn("en", "Key in your login.").DoesNotHear("Welkom").DoesNotHear("Pour le français");
        await call.Presses(TestData.De.Keys);
        call.HearsIn("en", "client's user number");
    }

    [Fact]
    public async Task A_pick_is_remembered_for_that_worker_and_for_nobody_else()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using (var first = await server.DialAsync(TestData.FlandersLandline))
            await first.Presses("4#" + TestData.Nl.Keys);

        await using var again = await server.DialAsync(TestData.Wallonia);
        again.HearsIn("fr", "Bienvenue");
        await again.Presses(TestData.Nl.Keys);
        again.HearsIn("en", "client's user number");

        await using var other = await server.DialAsync(TestData.FlandersLandline);
        await other.Presses(TestData.Fr.Keys);
        other.HearsIn("fr", "numéro d'utilisateur");
    }

    [Fact]
    public async Task A_pick_without_the_right_password_is_not_remembered()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using (var first = await server.DialAsync(TestData.FlandersLandline))
            await first.Presses($"4#{TestData.Nl.Login}#99999#");

        await using var again = await server.DialAsync(TestData.FlandersLandline);
        await again.Presses(TestData.Nl.Keys);
        again.HearsIn("nl", "gebruikersnummer");
    }

    [Fact]
    public async Task A_pick_that_cannot_be_remembered_now_is_spoken_all_the_same_and_at_once()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var import = await server.Database.OpenAsync();
        await using var importing = await import.BeginTransactionAsync();
        await import.ExecuteAsync("update worker set name = name");

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await using var metronome = new Metronome();
        var started = Stopwatch.GetTimestamp();
        await call.Presses("4#" + TestData.Nl.Keys);
        call.HearsIn("en", "client's user number");
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, metronome.Allow(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_pick_back_to_the_record_s_language_is_remembered_too()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using (var english = await server.DialAsync(TestData.FlandersLandline))
            await english.Presses("4#" + TestData.Nl.Keys);
        await using (var dutch = await server.DialAsync(TestData.FlandersLandline))
            await dutch.Presses("1#" + TestData.Nl.Keys);

        await using var again = await server.DialAsync(TestData.Wallonia);
        await again.Presses(TestData.Nl.Keys);
        again.HearsIn("nl", "gebruikersnummer");
    }

    [Fact]
    public async Task The_language_can_be_picked_again_and_again_without_losing_a_try()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses("2# 3# 4# 1# 2#");
        call.HearsIn("fr", "Tapez votre login.");
    }

    [Fact]
    public async Task A_key_beyond_the_languages_is_no_pick()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses("5#");
        call.HearsIn("nl", "Wat is uw login?");
    }

    [Theory]
    [InlineData("nl", "Polly.Lisa-Neural")]
    [InlineData("fr", "Polly.Isabelle-Neural")]
    [InlineData("de", "Polly.Vicki-Neural")]
    [InlineData("en", "Polly.Amy-Neural")]
    public async Task Each_language_has_its_own_voice(string language, string voice)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        var spoken = call.Transcript.Entries.OfType<Utterance>().Where(said => said.Language!.StartsWith(language, StringComparison.Ordinal));
        Assert.All(spoken, said => Assert.Equal(voice, said.Voice));
        Assert.NotEmpty(spoken);
    }

    [Fact]
    public async Task Voices_and_languages_are_configuration()
    {
        await using var server = await TestServer.StartAsync(
            cluster, settings: ["Voices:nl:Voice=Google.nl-BE-Standard-A", "Lines:wallonia:Numbers:1=+3281000000"]);
        await using var call = await server.DialAsync("+3281000000");
        call.HearsIn("fr", "Bienvenue");

        var dutch = call.Transcript.Entries.OfType<Utterance>().Single(said => said.Language == "nl-BE");
        Assert.Equal("Google.nl-BE-Standard-A", dutch.Voice);
    }
}
