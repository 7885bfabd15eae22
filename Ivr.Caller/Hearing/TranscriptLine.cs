namespace Ivr.Caller.Hearing;

/// <summary>Formats one entry as one line of text, for people who read a failed test.</summary>
internal static class TranscriptLine
{
    public static string Of(TranscriptEntry entry) => $"{entry.At:m\\:ss}  {Words(entry)}";

    private static string Words(TranscriptEntry entry) => entry switch
    {
        Spoken spoken => $"{spoken.Language ?? "?",-6} {spoken.Text} ({Seconds(spoken)}{(spoken.CutShort ? ", cut short" : "")})",
        Played played => $"plays  {played.Source} ({Seconds(played)})",
        Keyed keyed => $"keys   {keyed.Keys}{Ending(keyed.End)}",
        Silence silence => $"{(silence.ByCaller ? "caller is silent" : "pause")} ({Seconds(silence)})",
        Fault fault => $"!! {fault.Text}",
        Note note => $"-- {note.Text}",
        _ => entry.ToString(),
    };

    private static string Seconds(TranscriptEntry entry) => $"{entry.Duration.TotalSeconds:0.0} s";

    private static string Ending(GatherEnd end) => end switch
    {
        GatherEnd.None => " ...",
        GatherEnd.Timeout => " (then silence)",
        GatherEnd.HangUp => " (then hangs up)",
        _ => "",
    };
}
