using Ivr.Caller.Calls;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Makes the calls of scripts, and checks what the scripts expect.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly PhoneOptions _options;
    private readonly IScriptWorld _world;
    private readonly SocketsHttpHandler? _sockets;
    private readonly HttpMessageHandler _handler;

    /// <summary>Creates a runner for one server. Several scripts may run at the same time and share its connections.</summary>
    /// <param name="options">The configuration of the number. With a fallback URL, scripts can make webhooks fail.</param>
    /// <param name="world">Provides what the telephone cannot do.</param>
    public ScriptRunner(PhoneOptions options, IScriptWorld world)
    {
        (_options, _world) = (options, world);
        _handler = options.Handler ?? (_sockets = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    }

    /// <summary>Called with each call as soon as there is one.</summary>
    public Action<PhoneCall>? Dialled { get; init; }

    /// <summary>Runs a script, or one of its examples.</summary>
    public async Task<ScriptResult> RunAsync(ScriptFile file, ScriptRun run, CancellationToken cancellationToken = default)
    {
        var log = new ScriptLog(file, run);
        var result = new ScriptResult(file.Name, run.Script.Title, log.Example);
        if (_world.Lacks(run) is { } reason)
            return result with { Skipped = reason };

        using var network = new LossyNetwork(_handler);
        using var phone = new Phone(_options with { Handler = network, Retries = 0 });
        List<PhoneCall> calls = [];
        try
        {
            await PlayAsync(run.Script, new(phone, network, _world, log), phone, Take, cancellationToken);
            result = result with { IsRecordUnchecked = !await CheckAsync(run.Script, log, calls, cancellationToken) };
        }
        catch (StepFailedException failure)
        {
            result = result with { Failure = log.Report($"Expected: {failure.Expected}\nHeard:    {failure.Heard}") };
        }
        catch (TwiMLException failure)
        {
            // The document is the response to a webhook that was sent again. An invalid first response ends the call.
            result = result with { Failure = log.Report(failure.Message) };
        }
        catch (CallException failure)
        {
            // The first webhook failed, so the call was not handed over yet.
            if (!calls.Contains(failure.Call))
                log.Dialled(failure.Call);
            result = result with { Failure = log.Report(failure.Problem) };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The world failed, for example because its database is away. The report still shows the tester how far the script came.
            result = result with { Failure = log.Report($"{failure.GetType().Name}: {failure.Message}") };
        }
        finally
        {
            foreach (var call in calls)
                await call.DisposeAsync();
        }

        return result with { Calls = calls.Count, OnTheLine = TimeSpan.FromTicks(calls.Sum(call => call.Elapsed.Ticks)) };

        void Take(PhoneCall call)
        {
            calls.Add(call);
            Dialled?.Invoke(call);
        }
    }

    public void Dispose() => _sockets?.Dispose();

    private async Task PlayAsync(CallScript script, CallPlayer player, Phone phone, Action<PhoneCall> dialled, CancellationToken cancellationToken)
    {
        if (script.Moment is { } moment)
            await _world.SetMomentAsync(moment);
        if (script.Data is { } data)
            await _world.LoadAsync(data);
        foreach (var call in script.AllCalls)
        {
            if (call.Moment is { } begins)
                await _world.SetMomentAsync(begins);
            if (call.Later is { } later)
                await _world.SetMomentAsync(phone.Clock.GetUtcNow() + later);
            await player.PlayAsync(call, dialled, cancellationToken);
        }
    }

    // Returns false when there was something to check that could not be read.
    private async Task<bool> CheckAsync(CallScript script, ScriptLog log, List<PhoneCall> calls, CancellationToken cancellationToken)
    {
        if (script.Then is not { } then)
            return true;
        log.Begin(then.AtKey("prestations"), call: null);
        string[] sids = [.. calls.Select(call => call.CallSid)];
        if (await _world.ReadPrestationsAsync(sids, cancellationToken) is not { } prestations)
            return false;
        new RecordCheck<PrestationRow>(log, "prestation").Check(then.Prestations, prestations, calls);
        if (then.Emergency is not { } emergency)
            return true;
        log.Begin(then.AtKey("emergency"), call: null);
        if (await _world.ReadEmergencyAsync(sids, cancellationToken) is not { } entries)
            return false;
        new RecordCheck<ExpectedEmergency>(log, "emergency entry").Check(emergency, entries, calls);
        return true;
    }
}
