using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Prestations;

/// <summary>How many user numbers may be looked up in vain before it is no slip any more: configuration section <c>LookUps</c>.</summary>
internal sealed class LookUpOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LookUps";

    /// <summary>In one call, found numbers in between or not.</summary>
    [Range(1, 60, ErrorMessage = "LookUps:MaxRefusedPerCall must be between 1 and 60.")]
    public int MaxRefusedPerCall { get; init; } = 10;

    /// <summary>By one worker within an hour, in all calls on all nodes.</summary>
    [Range(1, 10_000, ErrorMessage = "LookUps:MaxRefusedPerHour must be between 1 and 10000.")]
    public int MaxRefusedPerHour { get; init; } = 30;
}
