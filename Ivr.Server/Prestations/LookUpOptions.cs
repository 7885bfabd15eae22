using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Prestations;

/// <summary>
/// How many look-ups of user numbers may be refused before they no longer count as slips: configuration section <c>LookUps</c>.
/// </summary>
internal sealed class LookUpOptions
{
    public const string Section = "LookUps";

    /// <summary>Limit in one call, with or without found numbers in between.</summary>
    [Range(1, 60, ErrorMessage = "LookUps:MaxRefusedPerCall must be between 1 and 60.")]
    public int MaxRefusedPerCall { get; init; } = 10;

    /// <summary>Limit of one worker within an hour, in all calls on all nodes.</summary>
    [Range(1, 10_000, ErrorMessage = "LookUps:MaxRefusedPerHour must be between 1 and 10000.")]
    public int MaxRefusedPerHour { get; init; } = 30;
}
