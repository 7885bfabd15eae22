using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Ivr.Tests.Host;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.CallScripts.Running.Coverage;

public sealed class CallCoverageTests(TestCluster cluster, ScriptSuite suite)
{
    /// <summary>The report goes to the temporary folder, outside the sources.</summary>
    private static readonly string Kept = Path.Combine(Path.GetTempPath(), "ivr-call-coverage.md");

    [Fact]
    public async Task The_scripts_pass_every_state_and_every_transition()
    {
        var outcomes = await Task.WhenAll(ScriptSuite.Names.Select(name => suite.RunAsync(cluster, name)));
        var coverage = Coverage([.. outcomes.SelectMany(outcome => outcome.Moves)]);

        var report = CoverageReport.Of(coverage);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        await File.WriteAllTextAsync(Kept, report);
        Console.WriteLine($"{outcomes.Sum(outcome => outcome.Results.Count)} call scripts; what they cover: {Kept}");

        if (coverage.Missing.Any())
            Assert.Fail($"No call script passes:\n{string.Join('\n', coverage.Missing)}\n\n{report}");
    }

    [Fact]
    public void What_no_call_passed_is_named_and_marked_in_the_picture()
    {
        var coverage = Coverage(
        [
            new(CallState.Login, CallTrigger.Matched, CallState.Password),
            new(CallState.Password, CallTrigger.TimeUp, CallState.Ended),
        ]);

        Assert.Contains("Storing", coverage.Missing);
        Assert.Contains("Login --> Login : NoInput", coverage.Missing);
        Assert.Contains("OnTheLine --> Ended : Failed", coverage.Missing);
        Assert.DoesNotContain("Login --> Password : Matched", coverage.Missing);
        // A transition of the superstate is passed when one of its substates passes it.
        Assert.DoesNotContain("OnTheLine --> Ended : TimeUp", coverage.Missing);
        var picture = CoverageReport.Picture(coverage).Split('\n');
        Assert.Contains("\tLogin --> Password : Matched", picture);
        Assert.Contains("\tLogin --> Login : NOT COVERED NoInput", picture);
        Assert.Contains("\tclass Storing missing", picture);
        Assert.DoesNotContain("\tclass Login missing", picture);
    }

    private static CallCoverage Coverage(IReadOnlyCollection<CallMove> moves) =>
        new(new CallFlow(TestLines.Flanders).GetInfo(), moves);
}
