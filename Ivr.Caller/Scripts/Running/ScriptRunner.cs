using Ivr.Caller.Calls;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Makes the calls of scripts, and checks what they say about them.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly PhoneOptions _options;
    private readonly IScriptWorld _world;
    private readonly SocketsHttpHandler? _sockets;
    private readonly HttpMessageHandler _handler;

    /// <summary>A runner for one server. Several scripts may run at once, and share its connections.</summary>
    /// <param name="options">How the number is configured. With a fallback URL, webhooks can be made to fail.</param>
    /// <param name="world">What the telephone cannot do.</param>
    public ScriptRunner(PhoneOptions options, IScriptWorld world)
    {
        (_options, _world) = (options, world);
        _handler = options.Handler ?? (_sockets = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    }

    /// <summary>Is handed each call as soon as there is one, to look at what becomes of it.</summary>
    public Action<PhoneCall>? Dialled { get; init; }

    /// <summary>Runs a script.</summary>
    /// <param name="file">The file that it is from.</param>
    /// <param name="run">The script, or one of its examples.</param>
    /// <param name="cancellationToken">Ends the network traffic.</param>
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
            // The document is one that came again; a first one that is none ends the call.
            result = result with { Failure = log.Report(failure.Message) };
        }
        catch (CallException failure)
        {
            // The first webhook failed, so that nobody has seen the call yet.
            if (!calls.Contains(failure.Call))
                log.Dialled(failure.Call);
            result = result with { Failure = log.Report(failure.Problem) };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The world let the script down: its database is away, for example. The tester still wants to see how far it came.
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

    /// <summary>Lets go of the connections.</summary>
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

    // False when there was something to check, and nobody could look.
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
