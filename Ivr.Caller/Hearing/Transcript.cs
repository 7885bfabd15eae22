namespace Ivr.Caller.Hearing;

/// <summary>What was heard and keyed in a call, in order.</summary>
internal sealed class Transcript
{
    private readonly List<TranscriptEntry> _entries = [];

    /// <summary>All entries, oldest first.</summary>
    public IReadOnlyList<TranscriptEntry> Entries => _entries;

    /// <summary>The entries after the caller's last key or silence; all entries when there was none yet.</summary>
    public IEnumerable<TranscriptEntry> SinceLastInput =>
        _entries.Skip(_entries.FindLastIndex(entry => entry is Keyed or Silence { ByCaller: true }) + 1);

    /// <summary>The words after the caller's last key or silence, joined by a space.</summary>
    public string Heard => string.Join(' ', SinceLastInput.OfType<Spoken>().Select(spoken => spoken.Text));

    /// <summary>The whole call, one line for each entry.</summary>
    public override string ToString() => string.Join('\n', _entries.Select(TranscriptLine.Of));

    internal void Add(TranscriptEntry entry) => _entries.Add(entry);

    internal void ReplaceLast(TranscriptEntry entry) => _entries[^1] = entry;

    /// <summary>Cuts off the prompts when a key is pressed. The part that was not heard yet is not heard any more.</summary>
    internal void CutAt(TimeSpan now)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (entry.At + entry.Duration <= now) continue;
            var heard = entry.At < now ? now - entry.At : TimeSpan.Zero;
            _entries[i] = entry is Spoken spoken ? spoken with { Duration = heard, CutShort = true } : entry with { Duration = heard };
        }
    }
}
