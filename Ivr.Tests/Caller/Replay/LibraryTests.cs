using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>Replays the whole library of scripts at once, on one server that runs as a separate process with the real clock.</summary>
public sealed partial class LibraryTests(TestCluster cluster)
{
    [Fact]
    public async Task Every_script_passes_but_those_that_nobody_can_play_from_outside()
    {
        var database = await cluster.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await using var server = ServerProgram.Start(
            folder.Path, "Production", "serve", "--Urls=http://127.0.0.1:0", $"--ConnectionStrings:Ivr={TestCluster.AsServer(database)}",
            $"--Twilio:AuthToken={TestServer.AuthToken}", $"--Passwords:Pepper={TestCluster.Pepper}",
            $"--Passwords:Iterations={TestCluster.Iterations}");
        await server.SaysAsync("Application started");
        using var desk = new ReplayDesk(new Uri(Address().Match(server.Output).Value), database);

        var exitCode = await desk.ReplayAsync(Repository.In("Ivr.Tests", "CallScripts"), TestServer.AuthToken, [.. desk.Import, .. desk.Database]);

        Assert.True(exitCode == 0, desk.Output + desk.Errors);
        var json = desk.Json;
        Assert.Equal(0, json.GetProperty("failed").GetInt32());
        var runs = json.GetProperty("results").EnumerateArray().ToList();
        Assert.Contains(runs, run => run.GetProperty("outcome").GetString() == "passed");
        foreach (var run in runs)
        {
            var file = run.GetProperty("name").GetString()!;
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var skipped = run.TryGetProperty("skipped", out var reason) ? reason.GetString() : null;
            Assert.Equal((file, Reason(text)), (file, skipped));
            // Other systems cannot read emergency entries, so the replay cannot check them.
            var isUnchecked = skipped is null && text.Contains("\n  emergency:", StringComparison.Ordinal);
            Assert.Equal((file, isUnchecked), (file, run.GetProperty("recordUnchecked").GetBoolean()));
        }
    }

    // Uses the text only, so that an error of the script reader cannot hide here.
    private static string? Reason(string script) => script switch
    {
        _ when Clock().IsMatch(script) => "it sets the clock, and a running server's cannot be set",
        _ when Trouble().IsMatch(script) => "it controls the database, the disk or other users, which a caller cannot do",
        _ when script.Contains("  locks:", StringComparison.Ordinal) =>
            "it begins with failed logins (locks), which a caller cannot set up",
        _ when script.Contains("  mobiles:", StringComparison.Ordinal) =>
            "it begins with known mobiles (mobiles), which a caller cannot set up",
        _ => null,
    };

    [GeneratedRegex(@"^ *(moment|later): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("^ *- (database|disk|crowd|company): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
