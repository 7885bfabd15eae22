using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Secured.Isolation;

/// <summary>How far the read replica of the pages may lag: configuration section <c>Replica</c>.</summary>
internal sealed class ReplicaOptions
{
    public const string Section = "Replica";

    /// <summary>
    /// A page that must not be older is read from the primary instead. Longer than the five seconds after which each server writes the row
    /// that shows the lag.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:06", "01:00:00", ErrorMessage = "Replica:LongestLag must be between 00:00:06 and 01:00:00.")]
    public TimeSpan LongestLag { get; init; } = TimeSpan.FromSeconds(15);
}
