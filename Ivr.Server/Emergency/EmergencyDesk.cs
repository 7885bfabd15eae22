using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine.Results;

namespace Ivr.Server.Emergency;

/// <summary>Takes what callers leave while the database cannot answer.</summary>
internal sealed class EmergencyDesk(Journal journal, EmergencyMeter meter, ILogger<EmergencyDesk> log)
{
    private int _isRefusing;

    /// <summary>Keeps an entry on this server's disk, and counts and tells what did not work.</summary>
    public async Task<JournalResult> LeaveAsync(EmergencyEntry entry)
    {
        var result = await journal.LeaveAsync(entry);
        var isKept = result is JournalResult.Kept;
        meter.EntryLeft(isKept);
        // Told when it begins, not once a call.
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
