using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine;

namespace Ivr.Server.Emergency;

/// <summary>
/// Notes when the database could not answer, and whom that hit, so that an outage can be proved. Told once in the log when it
/// begins and once when it ends, however many calls it hits.
/// </summary>
internal sealed class Incidents(Journal journal, EmergencyMeter meter, TimeProvider clock, ILogger<Incidents> log)
{
    private readonly Lock _state = new();
    private Guid? _open = journal.OpenIncident?.Id;
    private int _calls;

    /// <summary>Whether the database is still to answer.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_state)
                return _open is not null;
        }
    }

    /// <summary>A call has to go on without the database.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="line">The line's name.</param>
    /// <param name="where">What it was doing.</param>
    /// <param name="why">What the database said; null when it was not asked.</param>
    public void RecordImpact(string callSid, string line, CallState? where, Exception? why)
    {
        meter.CallHit(line);
        lock (_state)
        {
            var now = clock.GetUtcNow();
            if (_open is null)
            {
                log.LogError(why, "Call {CallSid}: {State} did not work; calls go on without the database from here", callSid, where?.ToString() ?? "its key");
                _open = Guid.NewGuid();
                _calls = 0;
                journal.Note(new IncidentBegan(_open.Value, journal.Node, now));
            }

            _calls++;
            journal.Note(new CallHit(_open.Value, callSid, line, now));
        }
    }

    /// <summary>The database answers.</summary>
    public void End()
    {
        lock (_state)
        {
            if (_open is not { } id)
                return;
            journal.Note(new IncidentEnded(id, clock.GetUtcNow()));
            _open = null;
            log.LogWarning("The database answers again; webhooks that had to do without it: {Calls}", _calls);
        }
    }
}
