using System.Diagnostics;
using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Load;

/// <summary>Makes the calls of a plan.</summary>
internal sealed class LoadRun(LoadPlan plan, LoadScript script, LoadPeople? people, LoadPlayer player, LoadMeter meter, Usages usages)
{
    // Time for the calls that are nearly over when the user presses Ctrl-C.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1);

    // The arrivals are the same each time, so that two runs can be compared.
    private const int Seed = 1;

    private long _began;
    private long _calls;

    /// <summary>
    /// Makes all calls. After <paramref name="interrupted"/>, no more callers come. One second later, the other callers hang up.
    /// </summary>
    /// <returns>How long the measured part took, and what it used.</returns>
    public async Task<(TimeSpan Took, Used Used)> RunAsync(CancellationToken interrupted)
    {
        using var hangUp = new CancellationTokenSource();
        await using var ending = interrupted.Register(() => hangUp.CancelAfter(Grace));
        _began = Stopwatch.GetTimestamp();
        var warm = WarmUpAsync(interrupted);
        await (plan.AtOnce is { } callers ? CallAgainAndAgainAsync(callers, interrupted, hangUp.Token) : ComeAsync(plan.Rate!, interrupted, hangUp.Token));
        var (since, before) = await warm;
        var took = Stopwatch.GetElapsedTime(since);
        // What the server does after the last call, such as writing its trace, is part of the cost of calls.
        if (usages.Watches && !interrupted.IsCancellationRequested)
            await Task.Delay(Aftermath, CancellationToken.None);
        return (took, usages.Now().Since(before));
    }

    private async Task<(long Since, Usage Before)> WarmUpAsync(CancellationToken interrupted)
    {
        await UntilAsync(plan.WarmUp, interrupted);
        return (Stopwatch.GetTimestamp(), usages.Now());
    }

    private Task CallAgainAndAgainAsync(int callers, CancellationToken interrupted, CancellationToken hangUp) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            async () =>
            {
                var begins = plan.Ramp * caller / callers;
                await UntilAsync(begins, interrupted);
                for (var due = Moment(begins); ; due = Stopwatch.GetTimestamp())
                {
                    var number = Interlocked.Increment(ref _calls) - 1;
                    var since = Stopwatch.GetElapsedTime(_began, due);
                    if (interrupted.IsCancellationRequested || since >= plan.End || number >= plan.Calls)
                        return;
                    await PlayAsync(number, due, since, hangUp);
                }
            },
            CancellationToken.None)));

    private async Task ComeAsync(RateProfile rate, CancellationToken interrupted, CancellationToken hangUp)
    {
        using var room = new SemaphoreSlim(plan.MaxOnTheLine);
        foreach (var at in rate.Arrivals(plan.IsPoisson ? new Random(Seed) : null).TakeWhile(at => at < plan.End))
        {
            if (_calls >= plan.Calls)
                break;
            await UntilAsync(at, interrupted);
            if (interrupted.IsCancellationRequested)
                break;
            var number = _calls++;
            if (await room.WaitAsync(TimeSpan.Zero, CancellationToken.None))
                _ = Task.Run(() => PlayInAsync(room, number, at, hangUp), CancellationToken.None);
            else
                TurnAway(at);
        }

        // Waits until all calls are over.
        for (var place = 0; place < plan.MaxOnTheLine; place++)
            await room.WaitAsync(CancellationToken.None);
    }

    private async Task PlayInAsync(SemaphoreSlim room, long number, TimeSpan at, CancellationToken hangUp)
    {
        try
        {
            await PlayAsync(number, Moment(at), at, hangUp);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task PlayAsync(long number, long due, TimeSpan since, CancellationToken hangUp)
    {
        meter.Begin();
        meter.End(await player.PlayAsync(script.Call(plan.Skipped + number, people), due, isMeasured: since >= plan.WarmUp, hangUp));
    }

    private void TurnAway(TimeSpan at)
    {
        meter.Begin();
        meter.End(new("") { IsMeasured = at >= plan.WarmUp, Failure = $"not dialled: {plan.MaxOnTheLine} calls on the line already" });
    }

    private async Task UntilAsync(TimeSpan at, CancellationToken interrupted)
    {
        if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Moment(at)) is not { Ticks: > 0 } early)
            return;
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), interrupted);
        }
        catch (OperationCanceledException)
        {
            // No more callers come.
        }
    }

    private long Moment(TimeSpan since) => _began + (long)(since.TotalSeconds * Stopwatch.Frequency);
}
