using Ivr.Caller.Scripts;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallScripts.Running;

/// <summary>The report of a failed script shows the call, the line that failed, and the expected text beside the heard one.</summary>
public sealed class FailingScriptTests(TestCluster cluster)
{
    private const string Start = "title: Fails\ndial: \"+3280035530\"\n";
    private const string Recording = "steps:\n- press: 980000000011#47110#100000000135131\n";

    [Theory]
    [InlineData("steps:\n- hear: Welkom\n- hear: Bonjour\n- hear: Toets\n", 5, "> *5 *- hear: Bonjour\n.*Expected: \"Bonjour\"\n.*Heard: *\"Welkom")]
    [InlineData("steps:\n- hear: Welkom\n  in: fr\n", 4, "Expected: \"Welkom\" in fr")]
    [InlineData("steps:\n- not heard: Welkom\n", 4, "Expected: anything but \"Welkom\"")]
    [InlineData("steps:\n- state: Password\n", 4, "Expected: state Password\n.*Heard: *state Login")]
    [InlineData("steps:\n- silence: 4\n", 4, "The call is over \\(ServerHungUp\\)")]
    [InlineData("steps:\n- silence: 3\n- press: 1\n", 5, "Keys left over: 1")]
    [InlineData("steps:\n- repeat: 7\n", 4, "at least 7 webhooks")]
    [InlineData("steps:\n- repeat: next\n", 4, "no webhook came after \"repeat: next\"")]
    [InlineData("steps:\n- fail: answer\n", 4, "no webhook came after \"fail\"")]
    [InlineData("ends: server hung up\n", 3, "Heard: *the line is still open")]
    [InlineData("steps:\n- silence: 3\nends: caller hung up\n", 5, "Heard: *server hung up")]
    [InlineData("at most: {seconds: 3}\n", 3, "Expected: at most 3 seconds")]
    [InlineData("steps:\n- press: 123\nat most: {keys: 2}\n", 5, "Heard: *3 keys")]
    [InlineData(Recording + "then:\n  prestations: none\n", 6, "Expected: no prestation\n.*Heard: *1 prestation")]
    [InlineData(Recording + "then:\n  prestations:\n  - {hours: 3, activity: 2}\n", 7, "Expected: activity: 2\n.*Heard: *activity: 1")]
    [InlineData(Recording + "then:\n  prestations:\n  - {hours: 3}\n  - {hours: 4}\n", 6, "Expected: 2 prestation")]
    [InlineData(Recording + "then:\n  prestations:\n  - {reference: 123456788}\n", 7, "Expected: reference: 123456788")]
    public async Task The_line_is_marked_and_both_are_shown(string rest, int line, string report)
    {
        var failure = (await ScriptSuite.RunAsync(cluster, ScriptFile.Parse("folder/fails.yaml", Start + rest))).Failure;

        Assert.NotNull(failure);
        Assert.StartsWith($"folder/fails.yaml:{line}:", failure, StringComparison.Ordinal);
        Assert.Contains("dials +3280035530", failure, StringComparison.Ordinal);
        if (!System.Text.RegularExpressions.Regex.IsMatch(failure, report, default, TimeSpan.FromSeconds(1)))
            Assert.Fail(failure);
    }
}
