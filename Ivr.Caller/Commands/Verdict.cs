using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Commands;

/// <summary>Whether the call recorded anything, judged as a caller would: by what was heard.</summary>
/// <param name="ExitCode">One of <see cref="Commands.ExitCode"/>.</param>
/// <param name="Text">One line.</param>
internal sealed record Verdict(int ExitCode, string Text)
{
    public static Verdict Of(Call call)
    {
        var reference = Reference(call.Transcript);
        return (reference, call.Ending) switch
        {
            (null, CallEnding.ApplicationError) => new(Commands.ExitCode.LineFailed, "NOT recorded: the line failed"),
            (null, _) => new(Commands.ExitCode.NotRecorded, $"NOT recorded: {Why(call)}"),
            (_, CallEnding.ApplicationError) =>
                new(Commands.ExitCode.LineFailed, $"Recorded with reference {reference}, but then the line failed"),
            _ => new(Commands.ExitCode.Recorded, $"Recorded with reference {reference}"),
        };
    }

    /// <summary>Nothing is recorded for a caller who has pressed no key, whatever is heard.</summary>
    private static string? Reference(Transcript transcript) => transcript.Entries
        .SkipWhile(entry => entry is not Keyed)
        .OfType<Spoken>()
        .Select(spoken => HeardReference.In(spoken.Text))
        .LastOrDefault(reference => reference is not null);

    private static string Why(Call call)
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
