using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Twilio's side of a call. It fetches documents, performs them, and stops when the caller must act.</summary>
internal sealed class PhoneLine(
    FetchedDocuments documents, StatusCallback status, CallParameters parameters, CallLog log, CallTime time, CancellationToken cancellationToken)
{
    /// <summary>The maximum number of documents in a row without input from the caller. Twilio does not document its own limit.</summary>
    private const int MaxDocuments = 50;

    private Script? _script;

    /// <summary>The Gather that waits for the caller; null when the call is over.</summary>
    public OpenGather? Gather { get; private set; }

    /// <summary>How the call ended; null while it runs.</summary>
    public CallEnding? Ending { get; private set; }

    public Task DialAsync(Uri voiceUrl) => GoOnAsync(new NextStep.GoTo(HttpMethod.Post, voiceUrl, []));

    /// <summary>The caller hangs up while the phone rings. The voice webhook is sent, but its response comes too late.</summary>
    public async Task GiveUpAsync(Uri voiceUrl)
    {
        await documents.OpenAsync(Request(new NextStep.GoTo(HttpMethod.Post, voiceUrl, [])), cancellationToken);
        await EndAsync(CallEnding.CallerGaveUp);
    }

    public async Task PressAsync(char key)
    {
        if (Gather!.Press(key) is { } outcome) await GoOnAsync(After(outcome));
    }

    /// <summary>
    /// Presses a key and hangs up. When the key completes the entry, the request is still sent, but the caller does not hear the response.
    /// </summary>
    public async Task PressAndHangUpAsync(char key)
    {
        var outcome = Gather!.Press(key);
        if (outcome is null) Gather.Abandon();
        else if (ActionFor(outcome) is { } action) await documents.OpenAsync(Request(action), cancellationToken);
        await EndAsync(CallEnding.CallerHungUp);
    }

    public Task TimeOutAsync() => GoOnAsync(After(Gather!.TimeOut()));

    public Task HangUpAsync()
    {
        Gather!.ListenToPrompts();
        Gather.Abandon();
        return EndAsync(CallEnding.CallerHungUp);
    }

    /// <summary>Hangs up now, in the middle of a prompt or after it.</summary>
    public Task CutOffAsync()
    {
        Gather!.CutOff();
        Gather.Abandon();
        return EndAsync(CallEnding.CallerHungUp);
    }

    /// <summary>When no action is requested, the document continues.</summary>
    private NextStep After(GatherOutcome outcome) => ActionFor(outcome) ?? _script!.Perform();

    /// <summary>An entry is sent to the action. An empty entry is sent only when actionOnEmptyResult is true.</summary>
    private NextStep.GoTo? ActionFor(GatherOutcome outcome)
    {
        var gather = Gather!.Gather;
        return outcome.Digits.Length > 0 || gather.ActionOnEmptyResult
            ? new NextStep.GoTo(gather.Method, _script!.Resolve(gather.Action), outcome.Parameters())
            : null;
    }

    private async Task GoOnAsync(NextStep step)
    {
        Gather = null;
        for (var count = 0; step is NextStep.GoTo next; count++)
            step = count < MaxDocuments ? await OpenAsync(next) : Loop(next);
        if (step is NextStep.Wait wait) Gather = wait.Gather;
        if (step is NextStep.End end) await EndAsync(end.Ending);
    }

    private async Task<NextStep> OpenAsync(NextStep.GoTo next)
    {
        var document = await documents.OpenAsync(Request(next), cancellationToken);
        if (document is null) return new NextStep.End(CallEnding.ApplicationError);
        _script = new Script(document, rings: _script is null, log.Transcript, time);
        return _script.Perform();
    }

    private NextStep.End Loop(NextStep.GoTo next)
    {
        log.Write(new WebhookFailure(0, next.Url, $"{MaxDocuments} documents in a row without a turn of the caller's"));
        return new NextStep.End(CallEnding.ApplicationError);
    }

    private WebhookRequest Request(NextStep.GoTo step) =>
        new(step.Method, step.Url, parameters.For(_script is null ? "ringing" : "in-progress", step.Parameters));

    private Task EndAsync(CallEnding ending)
    {
        Gather = null;
        Ending = ending;
        log.Write(Words(ending));
        return status.SendAsync(ending, cancellationToken);
    }

    private static string Words(CallEnding ending) => ending switch
    {
        CallEnding.CallerHungUp => "the caller hangs up",
        CallEnding.CallerGaveUp => "the caller hangs up before the call is answered",
        CallEnding.ServerHungUp => "the server hangs up",
        CallEnding.EndOfDocument => "the document ends, and with it the call",
        CallEnding.Rejected => "the call is rejected",
        CallEnding.Busy => "the line is busy",
        _ => "application error",
    };
}
