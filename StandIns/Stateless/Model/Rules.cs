namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does with a trigger, while the guard is met.</summary>
    internal abstract record Rule(TTrigger Trigger, Guard? Guard);

    internal sealed record FixedRule(TTrigger Trigger, Guard? Guard, TState Destination) : Rule(Trigger, Guard);

    internal sealed record ReentryRule(TTrigger Trigger, Guard? Guard, TState State) : Rule(Trigger, Guard);

    internal sealed record IgnoreRule(TTrigger Trigger) : Rule(Trigger, Guard: null);

    /// <summary>The rule found for a trigger, or the names of the guards that forbid those there are.</summary>
    internal sealed record Match(Rule? Rule, IReadOnlyList<string> Unmet);
}
