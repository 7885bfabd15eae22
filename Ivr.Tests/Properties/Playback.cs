using System.Text.RegularExpressions;
using Ivr.Caller.Calls.Engine;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Playing;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>Calls that were played, and what was on record when they were over.</summary>
/// <param name="Waves">One wave after another; the calls of a wave went on at the same time.</param>
/// <param name="Rows">What was on record.</param>
internal sealed partial record Playback(IReadOnlyList<IReadOnlyList<PlayedCall>> Waves, IReadOnlyList<FeedRow> Rows)
{
    /// <summary>All calls.</summary>
    public IReadOnlyList<PlayedCall> Calls { get; } = [.. Waves.SelectMany(wave => wave)];

    /// <summary>All calls as a call script.</summary>
    public string Script => ScenarioScript.Of(Waves);

    /// <summary>All properties, one after another.</summary>
    /// <exception cref="BrokenException">One does not hold; the message tells the calls, and which one it is at the end.</exception>
    public IReadOnlyList<WitnessedStep> Check()
    {
        try
        {
            return CheckAll();
        }
        catch (BrokenException broken)
        {
            // The calls are long, and a log may be cut off above.
            throw new BrokenException($"{Tell()}\n\n{broken.Message}");
        }
    }

    /// <summary>Each call as it was heard, and all as a call script.</summary>
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
        return steps;
    }

    private static string Tell(PlayedCall call) => $"{call.Call.CallSid}:\n{Sealed().Replace(call.Call.Transcript.ToString(), "call=...")}";

    // The sealed state in a URL is a thousand characters that tell a reader nothing.
    [GeneratedRegex(@"call=[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Sealed();
}
