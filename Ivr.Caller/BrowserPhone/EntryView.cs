using Ivr.Caller.Hearing;

namespace Ivr.Caller.BrowserPhone;

/// <summary>A transcript line for the page. Keys that may be a password are masked before they leave this program.</summary>
/// <param name="Kind"><c>spoken</c>, <c>played</c>, <c>keys</c>, <c>silence</c>, <c>pause</c>, <c>fault</c> or <c>note</c>.</param>
/// <param name="Text">The words, the keys, or the URL or tones that are played.</param>
/// <param name="At">Seconds from the start of the call.</param>
/// <param name="Seconds">The duration in seconds.</param>
internal sealed record EntryView(string Kind, string Text, double At, double Seconds)
{
    /// <summary>The locale of spoken words; null for other kinds.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a key cut the entry off.</summary>
    public bool CutShort { get; init; }

    /// <summary>How an entry of keys ended, in words; null when there is nothing to say.</summary>
    public string? End { get; init; }

    /// <summary>
    /// Makes the view of an entry. <paramref name="digitsShown"/> shows the keys of an incomplete entry. It is true when the question takes
    /// a fixed number of digits, because such an entry is not a password.
    /// </summary>
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
