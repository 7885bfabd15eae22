using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>
/// Ticks while a test measures time, and records the largest delay of a tick. On a busy machine a server that responds within its 5 seconds
/// seems slower, and no server could respond sooner. So the test allows 5 seconds plus the delay of a tick for each hop. A tick itself
/// needs no time, so the limit is as tight as possible on any machine.
/// </summary>
internal sealed class Metronome : IAsyncDisposable
{
    // To the server, to the database and back, to the disk, to the caller: each can be as late as a tick.
    private const int Hops = 4;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;
    private long _latest;

    /// <summary>Starts to tick.</summary>
    public Metronome() => _ticking = TickAsync();

    /// <summary>The largest delay of a tick.</summary>
    public TimeSpan Lateness => TimeSpan.FromTicks(Volatile.Read(ref _latest));

    /// <summary>The time limit on this machine, with the lateness measured so far.</summary>
    public TimeSpan Allow(TimeSpan limit) => Allow(limit, Lateness);

    /// <summary>The time limit on a machine with that lateness.</summary>
    public static TimeSpan Allow(TimeSpan limit, TimeSpan lateness) => limit + Hops * lateness;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        _stop.Dispose();
    }

    private async Task TickAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.Delay(Beat, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var late = Stopwatch.GetElapsedTime(began) - Beat;
            Volatile.Write(ref _latest, Math.Max(_latest, late.Ticks));
        }
    }
}
