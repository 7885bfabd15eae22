using System.Diagnostics.Metrics;

namespace Ivr.Server.Emergency;

/// <summary>The emergency procedure in figures: the meter <c>Ivr.Emergency</c>.</summary>
internal sealed class EmergencyMeter
{
    private const string Name = "Ivr.Emergency";

    private readonly Counter<long> _hits;
    private readonly Counter<long> _entries;

    /// <summary>Makes the instruments.</summary>
    public EmergencyMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _hits = meter.CreateCounter<long>("ivr.emergency.hits", "{webhook}", "Webhooks that had to do without the database.");
        _entries = meter.CreateCounter<long>("ivr.emergency.entries", "{entry}", "Entries that callers wanted to leave, kept or not.");
    }

    /// <summary>A webhook had to do without the database.</summary>
    public void CallHit(string line) => _hits.Add(1, new KeyValuePair<string, object?>("ivr.line", line));

    /// <summary>A caller left an entry, and it was kept or not.</summary>
    public void EntryLeft(bool kept) => _entries.Add(1, new KeyValuePair<string, object?>("ivr.kept", kept));
}
