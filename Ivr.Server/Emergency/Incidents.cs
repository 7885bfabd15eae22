using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine;

namespace Ivr.Server.Emergency;

/// <summary>
/// Records when the database was unavailable and which calls were affected, as proof of an outage. Writes one log line when an incident
/// begins and one when it ends, for any number of calls.
/// </summary>
internal sealed class Incidents(Journal journal, EmergencyMeter meter, TimeProvider clock, ILogger<Incidents> log)
{
    private readonly Lock _state = new();
    private Guid? _open = journal.OpenIncident?.Id;
    private int _calls;

    /// <summary>Whether an incident is open: the database has not answered since.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_state)
                return _open is not null;
        }
    }

    /// <summary>Records a webhook that runs without the database. Opens an incident when none is open.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="line">The name of the phone line.</param>
    /// <param name="where">The state of the call; null when the key ring was not available.</param>
    /// <param name="why">The database's error; null when it is only known that a store got no answer.</param>
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

    /// <summary>Closes the open incident, if any. The watch calls it when the database answers.</summary>
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
