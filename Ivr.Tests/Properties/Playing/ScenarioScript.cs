using Ivr.Caller.Calls;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Tests.Properties.Playing;

/// <summary>Writes played calls as a call script, a file for <c>Ivr.Tests/CallScripts</c>.</summary>
internal static class ScenarioScript
{
    private const string Indent = "  ";

    /// <summary>
    /// Returns the script. The calls of a wave ran at the same time, which a script cannot express, so a comment says it.
    /// </summary>
    public static string Of(IReadOnlyList<IReadOnlyList<PlayedCall>> waves)
    {
        string[] title = ["title: Calls that break a property"];
        if (waves is [[var only]])
            return string.Join('\n', title.Concat(Call(only, isTimed: true)));

        var lines = new List<string>([.. title, "calls:"]);
        var isTimed = true;
        foreach (var wave in waves)
        {
            if (wave.Count > 1)
                lines.Add($"# The next {wave.Count} calls went on at the same time.");
            foreach (var call in wave)
                lines.AddRange(Item([.. Call(call, isTimed || wave.Count > 1)]));
            // In a script the calls of a wave run one after another and take longer, so the clock is set again after several calls.
            // After a single call it continues by itself.
            isTimed = wave.Count > 1;
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Item(IReadOnlyList<string> lines) =>
        lines.Select((line, place) => (place == 0 ? "- " : Indent) + line);

    private static IEnumerable<string> Call(PlayedCall played, bool isTimed)
    {
        yield return $"dial: \"{played.Plan.Dialled}\"";
        yield return $"from: {(played.Plan.Caller == Phone.Withheld ? "withheld" : $"\"{played.Plan.Caller}\"")}";
        if (isTimed)
            yield return $"moment: {BrusselsMoment.WriteToTheSecond(played.Began)}";
        if (played.Steps.Count > 0)
            yield return "steps:";
        foreach (var step in played.Steps)
            yield return $"- {step}";
    }
}
