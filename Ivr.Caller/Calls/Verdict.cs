using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Calls;

/// <summary>Whether the call recorded anything. The verdict depends only on what the caller heard.</summary>
/// <param name="ExitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="Text">One line.</param>
internal sealed record Verdict(int ExitCode, string Text)
{
    /// <summary>True when nothing was recorded, and an entry was kept in an emergency for the company to decide.</summary>
    public bool IsKept { get; init; }

    public static Verdict Of(PhoneCall call) => (SoFar(call), call.Ending) switch
    {
        (null, not CallEnding.ApplicationError) when Kept(call.Transcript) is { Count: > 0 } kept =>
            new(Calls.ExitCode.NotRecorded, $"Kept, not recorded: {string.Join(", ", kept)}") { IsKept = true },
        (null, CallEnding.ApplicationError) => new(Calls.ExitCode.LineFailed, "NOT recorded: the line failed"),
        (null, _) => new(Calls.ExitCode.NotRecorded, $"NOT recorded: {Why(call)}"),
        ({ } recorded, CallEnding.ApplicationError) => new(Calls.ExitCode.LineFailed, $"{recorded.Text}, but then the line failed"),
        ({ } recorded, _) => recorded,
    };

    /// <summary>The verdict on what is recorded so far; null while nothing is.</summary>
    public static Verdict? SoFar(PhoneCall call) => References(call.Transcript) switch
    {
        [] => null,
        [var one] => new(Calls.ExitCode.Recorded, $"Recorded with reference {one}"),
        var several => new(Calls.ExitCode.Recorded, $"Recorded with references {string.Join(", ", several)}"),
    };

    /// <summary>
    /// Before the caller presses a key, nothing is recorded, whatever is heard. Duplicates are removed, because the help prompt repeats a
    /// reference.
    /// </summary>
    private static List<string> References(Transcript transcript) =>
        [.. HeardAfterKeys(transcript).Select(spoken => HeardReference.In(spoken.Text)).OfType<string>().Distinct()];

    private static List<string> Kept(Transcript transcript) =>
        [.. HeardAfterKeys(transcript).SelectMany(spoken => HeardReference.OfEmergency(spoken.Text)).Distinct()];

    private static IEnumerable<Spoken> HeardAfterKeys(Transcript transcript) =>
        transcript.Entries.SkipWhile(entry => entry is not Keyed).OfType<Spoken>();

    private static string Why(PhoneCall call)
    {
        var who = call.Ending switch
        {
            CallEnding.Rejected => "the call was rejected",
            CallEnding.Busy => "the line was busy",
            CallEnding.CallerHungUp => "the caller hung up",
            _ => "the server hung up",
        };
        return call.Transcript.Entries.OfType<Spoken>().LastOrDefault() is { } last ? $"{who} after \"{last.Text}\"" : who;
    }
}
