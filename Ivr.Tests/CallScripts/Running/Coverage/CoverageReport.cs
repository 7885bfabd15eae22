using System.Text.RegularExpressions;
using Stateless.Graph;

namespace Ivr.Tests.CallScripts.Running.Coverage;

/// <summary>Coverage in readable form: tables, and the diagram of the call with the missing parts marked.</summary>
internal static partial class CoverageReport
{
    private const string Mark = "NOT COVERED";

    /// <summary>The report in Markdown.</summary>
    public static string Of(CallCoverage coverage)
    {
        var ways = coverage.Transitions.ToList();
        return $"""
            # What the call scripts cover

            {coverage.States.Count(state => state.Times > 0)} of {coverage.States.Count()} states, {ways.Count(way => way.Times > 0)} of {ways.Count} transitions.

            | state | times |
            |---|---|
            {Lines(coverage.States.Select(state => $"| {state.State} | {Times(state.Times)} |"))}

            | from | trigger | to | times |
            |---|---|---|---|
            {Lines(ways.Select(way => $"| {way.From} | {way.Way.Trigger} | {way.Way.DestinationState} | {Times(way.Times)} |"))}

            ```mermaid
            {Picture(coverage)}
            ```

            """;
    }

    /// <summary>
    /// The state machine's own Mermaid diagram. A transition that is not covered has the mark in its label, and a state that is not covered
    /// is red.
    /// </summary>
    public static string Picture(CallCoverage coverage)
    {
        var missing = coverage.Transitions.Where(way => way.Times == 0).Select(way => $"{way.From} {way.Way.DestinationState} {way.Way.Trigger}").ToHashSet();
        var lines = MermaidGraph.Format(coverage.Machine).ReplaceLineEndings("\n").Split('\n').Select(line =>
            Arrow().Match(line) is { Success: true } arrow && missing.Contains($"{arrow.Groups["from"]} {arrow.Groups["to"]} {arrow.Groups["trigger"]}")
                ? line.Replace(" : ", $" : {Mark} ", StringComparison.Ordinal)
                : line);
        var states = coverage.States.Where(state => state.Times == 0).Select(state => $"\tclass {state.State} missing").ToList();
        return Lines(states.Count == 0 ? lines : [.. lines, "\tclassDef missing fill:#c00,color:#fff", .. states]);
    }

    private static string Times(int times) => times > 0 ? $"{times}" : $"**{Mark}**";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    [GeneratedRegex(@"^\s*(?<from>\w+) --> (?<to>\w+) : (?<trigger>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();
}
