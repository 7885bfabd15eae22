using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does with a trigger, while all the guards are met.</summary>
    internal abstract record Rule(TTrigger Trigger, IReadOnlyList<Guard> Guards)
    {
        /// <summary>Evaluates every guard, and names those that are not met.</summary>
        public List<string> Unmet() => [.. Guards.Where(guard => !guard.IsMet()).Select(guard => guard.Info.Description)];
    }

    internal sealed record FixedRule(TTrigger Trigger, IReadOnlyList<Guard> Guards, TState Destination) : Rule(Trigger, Guards);

    internal sealed record ReentryRule(TTrigger Trigger, IReadOnlyList<Guard> Guards, TState State) : Rule(Trigger, Guards);

    internal sealed record IgnoreRule(TTrigger Trigger, IReadOnlyList<Guard> Guards) : Rule(Trigger, Guards);

    internal sealed record InternalRule(TTrigger Trigger, IReadOnlyList<Guard> Guards, Action<Transition> Action) : Rule(Trigger, Guards);

    internal sealed record DynamicRule(TTrigger Trigger, Func<TState> Select, InvocationInfo Info, DynamicStateInfos? Possible)
        : Rule(Trigger, []);

    /// <summary>The rule found for a trigger, and the guards that forbid it.</summary>
    internal sealed record Match(Rule Rule, List<string> Unmet)
    {
        public bool IsMet => Unmet.Count == 0;
    }
}
