namespace Ivr.StateMachine.Answers;

/// <summary>What keys mean at a question: the trigger they are, and the call with what was keyed filled in.</summary>
/// <param name="Trigger">The outcome.</param>
/// <param name="Call">The call, not moved yet.</param>
internal readonly record struct Answer(CallTrigger Trigger, Call Call)
{
    public static Answer Matched(Call call) => new(CallTrigger.Matched, call);

    public static Answer NoMatch(Call call) => new(CallTrigger.NoMatch, call);

    public static Answer NoInput(Call call) => new(CallTrigger.NoInput, call);
}
