using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>
/// Ticks while something is timed, and notes how late it was at worst. The machine may have other things to do; then a server that
/// answers within its 5 seconds seems to take longer, and no server could answer sooner. So what is timed is held to 5 seconds and to how
/// late the machine was with a tick, which costs nothing: a limit that is as tight as it can be on any machine.
/// </summary>
internal sealed class Metronome : IAsyncDisposable
{
    // To the server, to the database and back, to the disk, to the caller: each can be as late as a tick.
    private const int Hops = 4;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;
    private long _latest;

    /// <summary>Begins to tick.</summary>
    public Metronome() => _ticking = TickAsync();

    /// <summary>By how much a tick came too late, at worst.</summary>
    public TimeSpan Lateness => TimeSpan.FromTicks(Volatile.Read(ref _latest));

    /// <summary>What a time limit comes to on this machine, as it was while this ticked.</summary>
    public TimeSpan Allow(TimeSpan limit) => Allow(limit, Lateness);

    /// <summary>What a time limit comes to on a machine that was so late.</summary>
    public static TimeSpan Allow(TimeSpan limit, TimeSpan lateness) => limit + Hops * lateness;

    /// <inheritdoc/>
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
