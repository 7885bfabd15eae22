using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Monitoring;

/// <summary>Identity of this node: configuration section <c>Node</c>.</summary>
internal sealed class NodeOptions
{
    public const string Section = "Node";

    /// <summary>
    /// Name of the node in logs, metrics and tables. It must be unique among all nodes. The default is machine name and process id.
    /// </summary>
    [StringLength(100, MinimumLength = 1, ErrorMessage = "Node:Name must have 1 to 100 characters.")]
    public string Name { get; init; } = $"{Environment.MachineName}:{Environment.ProcessId}";
}
