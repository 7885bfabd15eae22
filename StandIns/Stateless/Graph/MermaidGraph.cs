using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>Writes the diagram's text.</summary>
    /// <param name="machineInfo">The machine's description.</param>
    /// <param name="direction">The way the diagram flows; null leaves it to Mermaid.</param>
    /// <returns>The text, without a last line end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is none of the four.</exception>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        var names = new MermaidNames(machineInfo);
        return string.Join(Environment.NewLine,
        [
            "stateDiagram-v2",
            .. Direction(direction),
            .. names.Aliases().Select(alias => $"\t{alias.Alias} : {alias.Name}"),
            .. names.InOrder.Where(IsCluster).SelectMany(state => Cluster(state, names)),
            .. new MermaidEdges(machineInfo, names).Lines(),
            $"[*] --> {names.Of(machineInfo.InitialState.ToString())}",
        ]);
    }

    private static IEnumerable<string> Direction(MermaidGraphDirection? direction) => direction switch
    {
        null => [],
        MermaidGraphDirection.LeftToRight => ["\tdirection LR"],
        MermaidGraphDirection.RightToLeft => ["\tdirection RL"],
        MermaidGraphDirection.TopToBottom => ["\tdirection TB"],
        MermaidGraphDirection.BottomToTop => ["\tdirection BT"],
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "This is not a direction."),
    };

    private static bool IsCluster(StateInfo state) => state.Substates.Any();

    private static IEnumerable<string> Cluster(StateInfo state, MermaidNames names) =>
    [
        $"\tstate {names.Of(state.ToString())} {{",
        .. state.Substates.Select(substate => $"\t\t{names.Of(substate.ToString())}"),
        "\t}",
    ];
}
