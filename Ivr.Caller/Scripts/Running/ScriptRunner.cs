using Ivr.Caller.Calls;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Makes the calls of a script, and checks what it says about them.</summary>
/// <param name="options">How the number is configured. With a fallback URL, webhooks can be made to fail.</param>
/// <param name="world">What the telephone cannot do.</param>
public sealed class ScriptRunner(PhoneOptions options, IScriptWorld world)
{
    /// <summary>Runs a script.</summary>
    /// <param name="file">The file that it is from.</param>
    /// <param name="run">The script, or one of its examples.</param>
    /// <param name="cancellationToken">Ends the network traffic.</param>
    public async Task<ScriptResult> RunAsync(ScriptFile file, ScriptRun run, CancellationToken cancellationToken = default)
    {
        var handler = options.Handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        using var network = new LossyNetwork(handler);
        using var phone = new Phone(options with { Handler = network, Retries = 0 });
        var log = new ScriptLog(file.Lines);
        List<Call> calls = [];
        var result = new ScriptResult(file.Name, run.Script.Title, run.Example);
        try
        {
            await PlayAsync(run.Script, new(phone, network, world, log), phone, calls, cancellationToken);
            await CheckAsync(run.Script, log, calls);
        }
        catch (StepFailedException failure)
        {
            result = result with { Failure = Report(result, log, $"Expected: {failure.Expected}\nHeard:    {failure.Heard}") };
        }
        catch (TwiMLException failure)
        {
            // The document is one that came again; a first one that is none ends the call.
            result = result with { Failure = Report(result, log, failure.Message) };
        }
        catch (CallException failure)
        {
            // The first webhook failed, so that nobody has seen the call yet.
            if (!calls.Contains(failure.Call))
                log.Dialled(failure.Call);
            result = result with { Failure = Report(result, log, failure.Problem) };
        }
        finally
        {
            foreach (var call in calls)
                await call.DisposeAsync();
        }

        return result with { Calls = calls.Count, OnTheLine = TimeSpan.FromTicks(calls.Sum(call => call.Elapsed.Ticks)) };
    }

    private async Task PlayAsync(CallScript script, CallPlayer player, Phone phone, List<Call> calls, CancellationToken cancellationToken)
    {
        if (script.Moment is { } moment)
            await world.SetMomentAsync(moment);
        if (script.Data is { } data)
            await world.LoadAsync(data);
        foreach (var call in script.AllCalls)
        {
            if (call.Moment is { } begins)
                await world.SetMomentAsync(begins);
            if (call.Later is { } later)
                await world.SetMomentAsync(phone.Clock.GetUtcNow() + later);
            await player.PlayAsync(call, calls.Add, cancellationToken);
        }
    }

    private async Task CheckAsync(CallScript script, ScriptLog log, List<Call> calls)
    {
        if (script.Then is not { } then)
            return;
        log.Begin(then.AtKey("prestations"), call: null);
        new RecordCheck<PrestationRow>(log, "prestation").Check(then.Prestations, await world.ReadPrestationsAsync(), calls);
        if (then.Emergency is not { } emergency)
            return;
        log.Begin(then.AtKey("emergency"), call: null);
        new RecordCheck<EmergencyRow>(log, "emergency entry").Check(emergency, await world.ReadEmergencyAsync(), calls);
    }

    private static string Report(ScriptResult result, ScriptLog log, string why) =>
        $"{result.File}:{log.At.Line}:{log.At.Column}: {result.Title}\n{(result.Example is { } row ? $"Example: {row}\n" : "")}\n{log.Write(why)}\n";
}
