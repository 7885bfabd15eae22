using System.Diagnostics;
using Dapper;
using Ivr.Tests.Host;
using Utterance = Ivr.Caller.Hearing.Spoken;

namespace Ivr.Tests.Calls;

public sealed class LanguageOfCallTests(TestCluster cluster)
{
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
