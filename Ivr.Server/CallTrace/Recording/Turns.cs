using Ivr.StateMachine;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// The steps of a call as the caller experienced them. Repeated and late webhooks are left out. A webhook for which the fallback was called
/// counts as lost.
/// </summary>
internal sealed class Turns
{
    private readonly List<Turn> _turns = [];

    /// <summary>Combines the steps in the order of arrival.</summary>
    public Turns(IEnumerable<RecordedStep> steps)
    {
        foreach (var step in steps.Where(step => step.Kind != RecordedStepKind.Over))
        {
            if (Break is null)
                Add(step);
        }
    }

    public IReadOnlyList<Turn> All => _turns;

    /// <summary>Why the turns end before the call does; null when they do not.</summary>
    public string? Break { get; private set; }

    private Turn? Last => _turns is [.., var last] ? last : null;

    private void Add(RecordedStep step)
    {
        if (step is { State: null, Line: not null })
            Break = "Here the server could not go on: it apologised and hung up.";
        else if (step.IsBeyondScript)
            Break = "Here the caller heard of entries of earlier calls, or of what the company did: the script has neither.";
        else if (step.IsFirst)
            AddFirst(step);
        else if (step.Number > (Last?.Number ?? 0) + 1)
            Break = "Here a webhook is missing: it was not written down, or by a server with another folder.";
        else if (step.Kind == RecordedStepKind.Answered)
            AddAnswer(step);
        else
            AddResumption(step);
    }

    private void AddFirst(RecordedStep step)
    {
        if (Last is null)
            _turns.Add(new(step, step.Number, step.State) { Lost = step.Kind == RecordedStepKind.Resumed ? LostWebhook.Request : LostWebhook.Nothing });
        else if (_turns is [{ Step.Kind: var kind } first] && kind != step.Kind)
            _turns[0] = first with { Lost = LostWebhook.Answer, Number = Math.Max(first.Number, step.Number), State = first.State ?? step.State };
    }

    private void AddAnswer(RecordedStep step)
    {
        if (step.Number > Last!.Number)
            _turns.Add(new(step, step.Number, step.State));
        // The fallback was called while this webhook was still running: the answer was lost, not the request.
        else if (step.Number == Last.Number && Last is { Lost: LostWebhook.Request, Step.IsFirst: false })
            _turns[^1] = Last with { Step = step, Lost = LostWebhook.Answer };
    }

    private void AddResumption(RecordedStep step)
    {
        if (step.Number > Last!.Number)
            _turns.Add(new(step, step.Number, step.State) { Lost = LostWebhook.Request });
        else if (step.Number == Last.Number && Last is { Lost: LostWebhook.Nothing })
            _turns[^1] = Last with { Lost = LostWebhook.Answer, State = step.State };
    }
}

/// <summary>
/// One turn of the caller. <c>Step</c> has the keys and their effect. <c>Number</c> is the number of the webhook whose answer the caller
/// heard, and <c>State</c> the state that spoke then.
/// </summary>
internal sealed record Turn(RecordedStep Step, int Number, CallState? State)
{
    /// <summary>What was lost, so that the fallback was called.</summary>
    public LostWebhook Lost { get; init; }
}

/// <summary>The part of a webhook that was lost.</summary>
internal enum LostWebhook
{
    Nothing,
    Request,
    Answer,
}
