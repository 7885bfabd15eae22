namespace Ivr.StateMachine.Answers;

/// <summary>The meaning of the keys at a question: a trigger, and the call with the answer filled in.</summary>
/// <param name="Trigger">The outcome.</param>
/// <param name="Call">The call, still in its old state.</param>
internal readonly record struct Answer(CallTrigger Trigger, Call Call)
{
    public static Answer Matched(Call call) => new(CallTrigger.Matched, call);

    public static Answer NoMatch(Call call) => new(CallTrigger.NoMatch, call);

    public static Answer NoInput(Call call) => new(CallTrigger.NoInput, call);
}
