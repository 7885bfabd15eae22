using Ivr.Caller.Scripts;
using Ivr.Tests.CallScripts.Running;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>Calls of the library are recorded while they are played; the recorded scripts go through the same states.</summary>
public sealed class RecordedLibraryTests(TestCluster cluster)
{
    /// <summary>Environment variable: with any value, the whole library is recorded.</summary>
    public const string AllVariable = "RECORD_ALL_SCRIPTS";

    // One script of each kind; the whole library takes minutes.
    private static readonly string[] Sample =
    [
        "another/second-client.yaml",
        "correction/client.yaml",
        "correction/silence-returns.yaml",
        "database/away-at-the-look-up.yaml",
        "dates/clock-changes.yaml",
        "delivery/every-webhook-twice.yaml",
        "delivery/first-webhook-lost.yaml",
        "delivery/lost-answers.yaml",
        "delivery/lost-confirmation-then-corrected.yaml",
        "delivery/lost-requests.yaml",
        "duplicates/second-call.yaml",
        "habits/hash-after-every-answer.yaml",
        "habits/star-starts-over.yaml",
        "hanging-up/half-an-answer.yaml",
        "hanging-up/on-confirming.yaml",
        "hanging-up/while-it-rings.yaml",
        "languages/pick.yaml",
        "limits/fifteen-minutes.yaml",
        "login/fifth-failure.yaml",
        "login/inactive.yaml",
        "login/locked.yaml",
        "login/three-wrong-pairs.yaml",
        "numbers/on-no-line.yaml",
        "offers/same-client.yaml",
        "offers/telephone.yaml",
        "own-entries/listed.yaml",
        "practice/left.yaml",
        "practice/whole-call.yaml",
        "questions/password/wrong-key.yaml",
        "remembered/offered-once.yaml",
        "remembered/other-login.yaml",
        "straight/withheld-caller.yaml",
        "undo/cancelled.yaml",
        "undo/kept.yaml",
        "undo/read-only.yaml",
        "user-number/hash-out-of-habit.yaml",
        "user-number/inactive-client.yaml",
        "user-number/login-keyed.yaml",
        "user-number/unknown-and-mistyped.yaml",
    ];

    public static TheoryData<string> Recorded =>
        [.. Environment.GetEnvironmentVariable(AllVariable) is null ? Sample : ScriptSuite.Names.Where(name => !HasLateOnes(name) && !HasOffersAsLastTime(name))];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task The_recording_goes_through_the_same_states(string name)
    {
        var file = await ScriptFile.ReadAsync(Repository.In("Ivr.Tests", "CallScripts", name));
        await using var server = await RecordingServer.StartAsync(cluster);

        var result = await server.PlayAsync(file, file.Runs[0]);
        var scripts = await server.StopAsync();

        Assert.True(result.Passed, result.Failure);
        Assert.Equal(result.Calls, scripts.Count);
        // A script that waits for a limit or changes the database needs a settable clock; others can be replayed on a running server.
        Assert.All(scripts, script => Assert.Equal(
            script.Contains("- wait:", StringComparison.Ordinal) || script.Contains("- database:", StringComparison.Ordinal),
            script.Contains("\nmoment:", StringComparison.Ordinal)));
        List<string> states = [];
        foreach (var script in scripts)
            states.AddRange(await Replay.StatesAsync(cluster, script));
        Assert.Equal(server.Heard.Lines.Order(StringComparer.Ordinal), states.Order(StringComparer.Ordinal));
    }

    // A recording leaves out late webhooks.
    private static bool HasLateOnes(string name) => name.Contains("comes-late", StringComparison.Ordinal);

    // A recording answers the questions that the offer answered.
    private static bool HasOffersAsLastTime(string name) =>
        name is "offers/last-time.yaml" or "offers/telephone-as-last-time.yaml" or "offers/emergency.yaml" or "remembered/eight-keys.yaml";
}
