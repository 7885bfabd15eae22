using System.Diagnostics;
using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Running;
using Ivr.Caller.TwiML;
using ScriptStep = Ivr.Caller.Scripts.Model.ScriptStep;

namespace Ivr.Caller.Load;

/// <summary>
/// Makes one call as a script says, and returns the result. Calls at the same time share the phone's connections. <paramref name="pace"/>
/// is the share of their time on a real line that prompts and keys take: 1 for all of it, 0 for none.
/// </summary>
internal sealed class LoadPlayer(Phone phone, double pace)
{
    private const char EmergencySeries = '9';

    // Scripts under load lose no webhook, so the requests go through the phone's own handler and not through this one.
    private static readonly LossyNetwork NothingIsLost = new(new SocketsHttpHandler());
    private static readonly NoWorld Nothing = new();

    /// <summary>Makes a call.</summary>
    /// <param name="script">What the caller does.</param>
    /// <param name="due">The <see cref="Stopwatch"/> timestamp at which the caller wants to dial.</param>
    /// <param name="isMeasured">Whether the call is measured.</param>
    /// <param name="hangUp">Ends the call at once.</param>
    public async Task<LoadedCall> PlayAsync(ScriptedCall script, long due, bool isMeasured, CancellationToken hangUp)
    {
        var sid = $"CA{Guid.NewGuid():N}";
        var time = new CallTime(new VirtualClock(DateTimeOffset.UtcNow), due) { Pace = pace };
        PhoneCall? call = null;
        string? failure = null;
        var moments = 0;
        try
        {
            call = await phone.DialAsync(script.Dial!, From(script), sid, time, hangUp);
            foreach (var step in script.Steps ?? [])
                moments += await PlayAsync(step, call, time);
            failure = await EndAsync(script, call);
        }
        catch (CallException failed)
        {
            call ??= failed.Call;
            failure = Reason(failed);
        }
        catch (StepFailedException failed)
        {
            failure = $"expected {failed.Expected}, but {failed.Heard}";
        }
        catch (OperationCanceledException) when (hangUp.IsCancellationRequested)
        {
            return Told(new(sid) { IsMeasured = isMeasured, Failure = "interrupted", IsInDoubt = true });
        }
        catch (TwiMLException wrong)
        {
            failure = wrong.Message;
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            // No call may be missing from the figures. The message could contain keys, so only the type of the exception is kept.
            failure = unforeseen.GetType().Name;
        }

        if (call is { IsOver: false })
            failure = await HangUpAsync(call, failure, hangUp);
        var isUnheard = call is null || call.Exchanges.Any(exchange => exchange.Failure is not null && !LoadedWebhook.IsReport(exchange));
        return Told(new(sid) { IsMeasured = isMeasured, Failure = failure, IsInDoubt = isUnheard });

        LoadedCall Told(LoadedCall told) => told with
        {
            Took = Stopwatch.GetElapsedTime(due),
            Moments = moments,
            References = call is null ? [] : [.. Heard(call).Distinct(StringComparer.Ordinal)],
            Webhooks = call is null ? [] : LoadedWebhook.Of(call.Exchanges),
        };
    }

    /// <summary>
    /// Plays a step. A caller who is asked to wait a moment waits in real time, whatever the pace, and keys the same again.
    /// </summary>
    private static async Task<int> PlayAsync(ScriptStep step, PhoneCall call, CallTime time)
    {
        var player = new StepPlayer(call, NothingIsLost, Nothing);
        var pace = time.Pace;
        try
        {
            for (var moments = 0; ; moments++)
            {
                var (state, webhooks) = (call.Exchanges[^1].State, call.Exchanges.Count);
                await player.PlayAsync(step);
                var isAskedAgain = call.Exchanges.Count > webhooks && state is not null && call.Exchanges[^1].State == state;
                if (step is not (PressStep or InterruptStep) || !isAskedAgain || call.Gather?.Prompts.Any(prompt => prompt is Pause) != true)
                    return moments;
                time.Pace = 1;
            }
        }
        finally
        {
            time.Pace = pace;
        }
    }

    private static async Task<string?> EndAsync(ScriptedCall script, PhoneCall call)
    {
        if (script.Ends is { } ending && call.Ending != ending && (call.IsOver || ending != CallEnding.CallerHungUp))
            return $"expected the end {ending}, but {(call.Ending is { } other ? $"it was {other}" : "the line is still open")}";
        if (!call.IsOver)
            await call.HangsUp();
        return null;
    }

    private static async Task<string?> HangUpAsync(PhoneCall call, string? failure, CancellationToken hangUp)
    {
        try
        {
            await call.DisposeAsync();
            return failure;
        }
        catch (OperationCanceledException) when (hangUp.IsCancellationRequested)
        {
            return failure ?? "interrupted";
        }
    }

    // The keys that are left over may be a password, and the words heard may contain anything.
    private static string Reason(CallException failed) => failed switch
    {
        LineFailedException => failed.Call.Failures[^1] is var fault ? $"{fault.Message} ({fault.Code})" : "",
        _ when failed.Call.Exchanges.Count > 0 && failed.Call.Exchanges[^1].Failure is { } fault => $"{fault.Message} ({fault.Code})",
        NotHeardException => $"other words than the script's in {LastState(failed.Call)}",
        _ => $"over before the caller was done: {failed.Call.Ending}, in {LastState(failed.Call)}",
    };

    private static string LastState(PhoneCall call) =>
        call.Exchanges.Select(exchange => exchange.State).LastOrDefault(state => state is not null) ?? "a state that the server does not name";

    private static IEnumerable<string> Heard(PhoneCall call) => call.Transcript.Entries.OfType<Spoken>()
        .SelectMany(spoken => HeardReference.AllIn(spoken.Text))
        .Where(reference => reference[0] != EmergencySeries);

    private static string From(ScriptedCall script) => script.From switch
    {
        null => Phone.DefaultCaller,
        "withheld" => Phone.Withheld,
        var number => number,
    };
}
