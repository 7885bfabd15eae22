using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Plays one call of a script, from dialling to the checks of the whole call.</summary>
internal sealed class CallPlayer(Phone phone, LossyNetwork network, IScriptWorld world, ScriptLog log)
{
    private const string FinalReport = "CallDuration";

    /// <summary>Plays a call to its end.</summary>
    /// <param name="script">The call.</param>
    /// <param name="dialled">Receives the call once there is one, and must dispose of it. The call is still open when a step fails.</param>
    /// <param name="cancellationToken">Cancels the call's network traffic.</param>
    public async Task PlayAsync(ScriptedCall script, Action<PhoneCall> dialled, CancellationToken cancellationToken)
    {
        var lost = network.Lost;
        network.Next = script.Fail;
        log.Begin(script.AtKey("dial"), call: null);
        var call = await DialAsync(script, cancellationToken);
        dialled(call);
        log.Dialled(call);
        CheckFailures(call, lost);
        foreach (var step in script.Steps ?? [])
        {
            log.Begin(step.At, call);
            await new StepPlayer(call, network, world).PlayAsync(step);
            CheckFailures(call, lost);
        }

        await EndAsync(script, call);
    }

    // Twilio continues with the fallback, and so does the caller. A webhook that failed without need is still an error.
    private void CheckFailures(PhoneCall call, int lostBefore)
    {
        if (call.Failures.Count > network.Lost - lostBefore)
            throw new StepFailedException("no webhook to fail but those that the script lets fail", call.Failures[^1].ToString());
        if (network.Unlike is { } unlike)
            throw new StepFailedException($"the same words for a webhook that came twice: \"{unlike.First}\"", $"\"{unlike.Second}\"");
    }

    private Task<PhoneCall> DialAsync(ScriptedCall script, CancellationToken cancellationToken)
    {
        var from = script.From switch
        {
            null => Phone.DefaultCaller,
            "withheld" => Phone.Withheld,
            var number => number,
        };
        return script.GivesUp
            ? phone.DialAndGiveUpAsync(script.Dial!, from, cancellationToken)
            : phone.DialAsync(script.Dial!, from, cancellationToken: cancellationToken);
    }

    private async Task EndAsync(ScriptedCall script, PhoneCall call)
    {
        if (network.Next is not null)
            throw new StepFailedException("another webhook, to get lost", "no webhook came after \"fail\"");
        if (network.NextTwice)
            throw new StepFailedException("another webhook, to come twice", "no webhook came after \"repeat: next\"");
        log.Begin(script.AtKey("ends"), call);
        if (script.Ends is { } ending && call.Ending != ending && (call.IsOver || ending != CallEnding.CallerHungUp))
            throw new StepFailedException($"ends: {Words(ending)}", call.Ending is { } other ? Words(other) : "the line is still open");
        if (!call.IsOver)
            await call.HangsUp();
        log.Begin(script.AtKey("at most"), call);
        Limit("seconds", script.AtMost?.Seconds, call.Elapsed.TotalSeconds);
        Limit("keys", script.AtMost?.Keys, call.Transcript.Entries.OfType<Keyed>().Sum(keyed => keyed.Keys.Length));
        Limit("webhooks", script.AtMost?.Webhooks, call.Exchanges.Count(exchange => !exchange.Request.Form.ContainsKey(FinalReport)));
    }

    private static void Limit(string what, int? most, double took)
    {
        if (took > most)
            throw new StepFailedException($"at most {most} {what}", $"{took:0.#} {what}");
    }

    private static string Words(CallEnding ending) => Reading.ScriptKeys.Values(typeof(CallEnding))[(int)ending];
}
