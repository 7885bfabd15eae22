using System.Diagnostics;
using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Load;

/// <summary>Makes the calls of a plan.</summary>
internal sealed class LoadRun(LoadPlan plan, LoadScript script, LoadPeople? people, LoadPlayer player, LoadMeter meter, Usages usages)
{
    // For those who are about to be done when somebody presses Ctrl-C.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1);

    // The same arrivals each time, so that two runs can be compared.
    private const int Seed = 1;

    private long _began;
    private long _calls;

    /// <summary>Makes them all.</summary>
    /// <param name="interrupted">Lets no more callers come, and after a second hangs up on those who are there.</param>
    /// <returns>How long what is measured took, and what it used.</returns>
    public async Task<(TimeSpan Took, Used Used)> RunAsync(CancellationToken interrupted)
    {
        using var hangUp = new CancellationTokenSource();
        await using var ending = interrupted.Register(() => hangUp.CancelAfter(Grace));
        _began = Stopwatch.GetTimestamp();
        var warm = WarmUpAsync(interrupted);
        await (plan.AtOnce is { } callers ? CallAgainAndAgainAsync(callers, interrupted, hangUp.Token) : ComeAsync(plan.Rate!, interrupted, hangUp.Token));
        var (since, before) = await warm;
        var took = Stopwatch.GetElapsedTime(since);
        // What a server does once the last call is over, as writing its trace, is a part of what calls cost.
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

        // Everybody's place is free again.
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
            // Nobody else comes.
        }
    }

    private long Moment(TimeSpan since) => _began + (long)(since.TotalSeconds * Stopwatch.Frequency);
}
