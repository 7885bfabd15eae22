using System.Diagnostics;
using Ivr.Server.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.CallTrace;

/// <summary>
/// Writes the trace in batches, in the background. While PostgreSQL is not available, a batch waits. A batch that PostgreSQL refuses is
/// dropped.
/// </summary>
internal sealed class CallTraceWriter(
    PendingEvents pending, CallTable table, TraceMeter meter, TimeProvider clock, IOptions<TraceOptions> options, ILogger<CallTraceWriter> log)
    : BackgroundService
{
    // A statement with many rows costs hardly more than one with a single row, and nobody reads the trace more often than this.
    private const int MaxAtOnce = 500;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    // The webhooks of a call are about ten seconds apart. When a node dies, the next webhook of a call, on another node, repeats what the
    // node held of that call.
    private static readonly TimeSpan Holding = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenFinishes = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _closing = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _works = true;

    private TimeSpan Now => Stopwatch.GetElapsedTime(_began);

    /// <summary>Writes the pending events, if PostgreSQL is available.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        pending.Complete();
        await _closing.CancelAsync();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _closing.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteAllAsync(), FinishAllAsync());

    private async Task WriteAllAsync()
    {
        var held = new HeldEvents(Holding, options.Value.MaxWaiting);
        while (held.Count > 0 || await pending.WaitAsync())
        {
            await PauseAsync(Gathering);
            TakeUp(held);
            pending.Late = 0;
            while (Due(held) is { Count: > 0 } due)
            {
                if (await TryAsync(() => table.MergeAsync(due), due.Count))
                {
                    held.Remove(due);
                    continue;
                }

                if (_closing.IsCancellationRequested)
                    GiveUp(held);
                pending.Late = held.Due(Now).Count();
                break;
            }
        }
    }

    private void TakeUp(HeldEvents held)
    {
        // While PostgreSQL is not available, the queue fills up and drops its oldest events.
        while (held.Count <= options.Value.MaxWaiting && pending.TryTake(out var next))
            held.Add(next, Now);
    }

    private List<CallEvent> Due(HeldEvents held) =>
        [.. held.Due(_closing.IsCancellationRequested ? TimeSpan.MaxValue : Now).Take(MaxAtOnce)];

    // A server that stops while PostgreSQL is not available does not wait for it.
    private void GiveUp(HeldEvents held)
    {
        do
        {
            TakeUp(held);
            meter.Lost(held.Count, "stopped");
            held.Clear();
        }
        while (pending.Waiting > 0);
    }

    private async Task FinishAllAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            await TryAsync(() => table.FinishAsync(clock.GetUtcNow()), events: 0);
            await PauseAsync(BetweenFinishes);
        }
    }

    // True when the events are done: written, or refused for good.
    private async Task<bool> TryAsync(Func<Task> write, int events)
    {
        try
        {
            await write();
            meter.Written(events);
            Works(null);
            return true;
        }
#pragma warning disable CA1031 // No exception may end the server or the trace of later calls.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Works(e);
            if (IsPassing(e))
            {
                await PauseAsync(BetweenTries);
                return false;
            }

            meter.Lost(events, "refused");
            return true;
        }
    }

    // PostgreSQL would refuse the same statement again, except after a deadlock, a lock timeout, or on a node that shuts down or takes no
    // writes.
    private static bool IsPassing(Exception e) => e switch
    {
        PostgresException { SqlState: ['0', '8', ..] or ['4', '0', ..] or ['5', '3', ..] or ['5', '5', ..] or ['5', '7', ..] or "25006" } => true,
        PostgresException => false,
        _ => Db.IsFault(e),
    };

    // Logs the first failure, and once more when writing works again.
    private void Works(Exception? failure)
    {
        if (failure is not null && _works)
            log.LogWarning(failure, "The trace of calls cannot be written; calls go on");
        else if (failure is null && !_works)
            log.LogInformation("The trace of calls is written again");
        _works = failure is null;
    }

    private async Task PauseAsync(TimeSpan time) =>
        await Task.Delay(time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
