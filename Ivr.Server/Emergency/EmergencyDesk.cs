using Ivr.Server.Emergency.Journals;

namespace Ivr.Server.Emergency;

/// <summary>Takes what callers leave while the database cannot answer.</summary>
public sealed class EmergencyDesk(Journal journal, EmergencyMeter meter, ILogger<EmergencyDesk> log)
{
    private int _isRefusing;

    /// <summary>Keeps an entry on this server's disk.</summary>
    /// <returns>Its 9-digit reference; null when it could not be kept, and the caller must hear so.</returns>
    public async Task<string?> LeaveAsync(EmergencyEntry entry)
    {
        var reference = await journal.LeaveAsync(entry);
        meter.EntryLeft(reference is not null);
        // Told when it begins, not once a call.
        if (Interlocked.Exchange(ref _isRefusing, reference is null ? 1 : 0) == 0 && reference is null)
        {
            log.LogCritical(
                "Call {CallSid} entry {EntryNumber}: the journal could not keep it ({Why}), nor will it keep the next",
                entry.CallSid, entry.EntryNumber, journal.HasNode ? "the disk is full or cannot be written to" : "it has no node number yet");
        }

        return reference;
    }
}
