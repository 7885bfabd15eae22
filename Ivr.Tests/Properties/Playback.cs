using System.Text.RegularExpressions;
using Ivr.Caller.Calls.Engine;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Playing;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>
/// Calls that were played, and the rows that were recorded at their end. The waves ran one after another; the calls of a wave ran at the
/// same time.
/// </summary>
internal sealed partial record Playback(IReadOnlyList<IReadOnlyList<PlayedCall>> Waves, IReadOnlyList<FeedRow> Rows)
{
    public IReadOnlyList<PlayedCall> Calls { get; } = [.. Waves.SelectMany(wave => wave)];

    /// <summary>All calls, written as a call script.</summary>
    public string Script => ScenarioScript.Of(Waves);

    /// <summary>Checks all properties, and returns the steps of all calls.</summary>
    /// <exception cref="BrokenException">A property does not hold; the message shows the calls, and the property at the end.</exception>
    public IReadOnlyList<WitnessedStep> Check()
    {
        try
        {
            return CheckAll();
        }
        catch (BrokenException broken)
        {
            // The calls are long, and a log may lose its beginning: the property comes last.
            throw new BrokenException($"{Tell()}\n\n{broken.Message}");
        }
    }

    /// <summary>The transcript of each call, then all calls as a call script.</summary>
    public string Tell() => $"""
        {string.Join("\n\n", Calls.Select(Tell))}

        As a call script:

        {Script}
        """;

    private List<WitnessedStep> CheckAll()
    {
        foreach (var delivery in Calls.SelectMany(call => call.Deliveries))
            AnswerProperties.Check(delivery);
        var steps = new List<WitnessedStep>();
        foreach (var call in Calls)
        {
            Broken.Unless(call.Call.Ending != CallEnding.ApplicationError, "The caller hears \"application error\".");
            Broken.Unless(call.IsOver, "The caller is silent, and the call does not end.");
            var own = WitnessedSteps.Of(call);
            CallProperties.Check(call, own);
            steps.AddRange(own);
        }

        var expected = Expected.From(steps);
        RecordProperties.Check(expected, Rows);
        TruthProperties.Check(steps, expected);
        LockProperties.Check(steps);
        RememberedProperties.Check(steps);
        return steps;
    }

    private static string Tell(PlayedCall call) => $"{call.Call.CallSid}:\n{Sealed().Replace(call.Call.Transcript.ToString(), "call=...")}";

    // The sealed state in a URL has about a thousand characters and says nothing to a reader.
    [GeneratedRegex(@"call=[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Sealed();
}
