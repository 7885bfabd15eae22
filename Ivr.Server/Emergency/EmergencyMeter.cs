using System.Diagnostics.Metrics;

namespace Ivr.Server.Emergency;

/// <summary>The metrics of the emergency procedure: meter <c>Ivr.Emergency</c>.</summary>
internal sealed class EmergencyMeter
{
    private const string Name = "Ivr.Emergency";

    private readonly Counter<long> _hits;
    private readonly Counter<long> _entries;

    public EmergencyMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _hits = meter.CreateCounter<long>("ivr.emergency.hits", "{webhook}", "Webhooks that had to do without the database.");
        _entries = meter.CreateCounter<long>("ivr.emergency.entries", "{entry}", "Entries that callers wanted to leave, kept or not.");
    }

    /// <summary>Counts a webhook that ran without the database.</summary>
    public void CallHit(string line) => _hits.Add(1, new KeyValuePair<string, object?>("ivr.line", line));

    /// <summary>Counts an entry that a caller wanted to leave, stored or not.</summary>
    public void EntryLeft(bool kept) => _entries.Add(1, new KeyValuePair<string, object?>("ivr.kept", kept));
}
