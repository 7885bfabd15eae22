using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Monitoring;

/// <summary>This server among others: configuration section <c>Node</c>.</summary>
internal sealed class NodeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Node";

    /// <summary>What it is called in logs, figures and tables; no other server may have the same. By default machine and process.</summary>
    [StringLength(100, MinimumLength = 1, ErrorMessage = "Node:Name must have 1 to 100 characters.")]
    public string Name { get; init; } = $"{Environment.MachineName}:{Environment.ProcessId}";
}
