using Ivr.Caller.Hearing;

namespace Ivr.Caller.BrowserPhone;

/// <summary>A line of the transcript as the page shows it. Keys that may be a password never leave this program again.</summary>
/// <param name="Kind"><c>spoken</c>, <c>played</c>, <c>keys</c>, <c>silence</c>, <c>pause</c>, <c>fault</c> or <c>note</c>.</param>
/// <param name="Text">The words, the keys, or the name of what is played.</param>
/// <param name="At">Seconds from the start of the call.</param>
/// <param name="Seconds">How long it takes, or took.</param>
internal sealed record EntryView(string Kind, string Text, double At, double Seconds)
{
    /// <summary>The locale of spoken words.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a key stopped it.</summary>
    public bool CutShort { get; init; }

    /// <summary>What is to be said about how an entry ended.</summary>
    public string? End { get; init; }

    /// <summary>The view of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="digitsShown">Whether an entry that is not complete may be seen: it is for a question of so many digits.</param>
    public static EntryView Of(TranscriptEntry entry, bool digitsShown) => entry switch
    {
        Spoken spoken => View(entry, "spoken", spoken.Text) with { Language = spoken.Language, CutShort = spoken.CutShort },
        Played played => View(entry, "played", played.Source),
        Keyed { End: GatherEnd.None } keyed => View(entry, "keys", digitsShown ? keyed.Keys : Dots(keyed.Keys)) with { End = "…" },
        Keyed keyed => View(entry, "keys", KeyMask.Of(keyed, show: false)) with { End = Ending(keyed.End) },
        Silence silence => View(entry, silence.ByCaller ? "silence" : "pause", ""),
        Fault fault => View(entry, "fault", fault.Text),
        Note note => View(entry, "note", note.Text),
        _ => View(entry, "note", ""),
    };

    private static EntryView View(TranscriptEntry entry, string kind, string text) =>
        new(kind, text, entry.At.TotalSeconds, entry.Duration.TotalSeconds);

    private static string Dots(string keys) => new('•', keys.Length);

    private static string? Ending(GatherEnd end) => end switch
    {
        GatherEnd.Timeout => "then silence",
        GatherEnd.HangUp => "then hangs up",
        _ => null,
    };
}
