using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The states in the order of the diagram, and names for them that Mermaid can read.</summary>
internal sealed class MermaidNames
{
    private readonly Dictionary<string, string> _aliases = [];

    public MermaidNames(StateMachineInfo machine)
    {
        // Outermost superstates come first, each followed by all that is inside; then the states that stand alone.
        var families = machine.States.Where(state => state.Superstate is null && state.Substates.Any()).SelectMany(Family);
        InOrder = [.. families.Concat(machine.States).DistinctBy(state => state.ToString())];

        var taken = InOrder.Select(state => state.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var name in InOrder.Select(state => state.ToString()))
            _aliases.Add(name, AliasFor(name, taken));
    }

    public IReadOnlyList<StateInfo> InOrder { get; }

    public string Of(string name) => _aliases.GetValueOrDefault(name, name);

    /// <summary>Only the names that had to be changed.</summary>
    public IEnumerable<(string Alias, string Name)> Aliases() =>
        _aliases.Where(entry => entry.Key != entry.Value).Select(entry => (entry.Value, entry.Key));

    private static IEnumerable<StateInfo> Family(StateInfo state) => [state, .. state.Substates.SelectMany(Family)];

    private static string AliasFor(string name, HashSet<string> taken)
    {
        var plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not (':' or '-')));
        if (plain == name)
            return name;

        var alias = plain;
        for (var count = 1; !taken.Add(alias); count++)
            alias = $"{plain}_{count}";
        return alias;
    }
}
