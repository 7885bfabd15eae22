using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes the states and what they do, for diagrams and for tests that walk them.</summary>
    /// <returns>The description, as of now.</returns>
    public StateMachineInfo GetInfo()
    {
        List<Node> nodes = [.. _nodes.Values];
        nodes.AddRange(nodes.SelectMany(RulesOf<FixedRule>).Select(rule => rule.Destination).Distinct()
            .Where(state => !_nodes.ContainsKey(state)).Select(state => new Node(state)).ToList());

        var infos = nodes.ToDictionary(node => node.State, Describe);
        foreach (var node in nodes)
        {
            infos[node.State].Relate(
                node.Superstate is { } superstate ? infos[superstate.State] : null,
                node.Substates.ConvertAll(substate => infos[substate.State]),
                [.. node.Rules.Values.SelectMany(rules => FixedOf(rules, infos))]);
        }

        return new StateMachineInfo([.. infos.Values], Describe(new Node(_initialState)));
    }

    private static StateInfo Describe(Node node) => new(
        node.State,
        node.EntryActions.ConvertAll(action => new ActionInfo(action.Info)),
        [.. RulesOf<IgnoreRule>(node).Select(rule => new IgnoredTransitionInfo(rule.Trigger))]);

    // For one trigger: the ways out, then reentries, whatever the order of configuration.
    private static IEnumerable<FixedTransitionInfo> FixedOf(List<Rule> rules, Dictionary<TState, StateInfo> infos) =>
    [
        .. rules.OfType<FixedRule>().Select(rule => Fixed(rule, infos[rule.Destination])),
        .. rules.OfType<ReentryRule>().Select(rule => Fixed(rule, infos[rule.State])),
    ];

    private static FixedTransitionInfo Fixed(Rule rule, StateInfo destination) =>
        new(rule.Trigger, rule.Guard is { } guard ? [guard.Info] : [], destination);

    private static IEnumerable<TRule> RulesOf<TRule>(Node node)
        where TRule : Rule => node.Rules.Values.SelectMany(rules => rules.OfType<TRule>());
}
