using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine.Results;

namespace Ivr.Server.Emergency;

/// <summary>Stores the entries that callers leave while the database is unavailable or their login is locked.</summary>
internal sealed class EmergencyDesk(Journal journal, EmergencyMeter meter, ILogger<EmergencyDesk> log)
{
    private int _isRefusing;

    /// <summary>Writes an entry to this server's disk. Counts the result and logs a failure.</summary>
    public async Task<JournalResult> LeaveAsync(EmergencyEntry entry)
    {
        var result = await journal.LeaveAsync(entry);
        var isKept = result is JournalResult.Kept;
        meter.EntryLeft(isKept);
        // Logs the first failure, not each call.
        if (Interlocked.Exchange(ref _isRefusing, isKept ? 0 : 1) == 0 && !isKept)
            Tell(entry, result);
        return result;
    }

    private void Tell(EmergencyEntry entry, JournalResult result)
    {
        if (result is JournalResult.Unknown)
        {
            log.LogCritical(
                "Call {CallSid} entry {EntryNumber}: not known whether the journal kept it, the disk answers too late or is damaged",
                entry.CallSid, entry.EntryNumber);
        }
        else
        {
            log.LogCritical(
                "Call {CallSid} entry {EntryNumber}: the journal could not keep it ({Why}), nor will it keep the next",
                entry.CallSid, entry.EntryNumber, journal.HasNode ? "the disk is full or cannot be written to" : "it has no node number yet");
        }
    }
}
