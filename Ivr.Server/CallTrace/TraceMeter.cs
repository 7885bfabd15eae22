using System.Diagnostics.Metrics;
using Ivr.Server.Configuration;

namespace Ivr.Server.CallTrace;

/// <summary>Metrics of the trace of calls.</summary>
internal sealed class TraceMeter
{
    private readonly Meter _meter;
    private readonly Counter<long> _written;
    private readonly Counter<long> _lost;
    private long _lostSoFar;

    public TraceMeter(IMeterFactory meters)
    {
        _meter = meters.CreateServerMeter();
        _written = _meter.CreateCounter<long>(
            "ivr.trace.written", "{event}", "Events of calls that were written into the trace, without those that a later one covers.");
        _lost = _meter.CreateCounter<long>("ivr.trace.lost", "{event}", "Events of calls that the trace has to do without.");
    }

    /// <summary>Number of events lost since the server started.</summary>
    public long LostSoFar => Interlocked.Read(ref _lostSoFar);

    /// <summary>Registers the function that returns the number of waiting events.</summary>
    public void Watch(Func<int> waiting) =>
        _meter.CreateObservableUpDownCounter("ivr.trace.waiting", waiting, "{event}", "Events of calls that wait to be written.");

    public void Written(int events) => _written.Add(events);

    /// <summary>
    /// Counts lost events. <paramref name="why"/> is <c>full</c> (too many waited), <c>refused</c> (PostgreSQL refused them) or
    /// <c>stopped</c> (the server stopped).
    /// </summary>
    public void Lost(int events, string why)
    {
        Interlocked.Add(ref _lostSoFar, events);
        _lost.Add(events, new KeyValuePair<string, object?>("ivr.reason", why));
    }
}
