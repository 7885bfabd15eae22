using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Emergency.Journals;

/// <summary>The emergency procedure: configuration section <c>Emergency</c>.</summary>
internal sealed class EmergencyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Emergency";

    /// <summary>The folder of the journal, on a local disk, one for each server; <c>.data/emergency</c> in Development.</summary>
    [Required(ErrorMessage = "Emergency:JournalFolder is missing: name a folder on a local disk that outlives this server.")]
    public string? JournalFolder { get; set; }

    /// <summary>
    /// How long a caller waits for the disk. At key 1 a confirmation may have taken four of the five seconds within which a webhook answers.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:03", ErrorMessage = "Emergency:LongestWait must be between 00:00:00.1 and 00:00:03.")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Days for which a journal is kept once the database has all of it.</summary>
    [Range(0, 3650, ErrorMessage = "Emergency:KeepLoadedDays must be between 0 and 3650.")]
    public int KeepLoadedDays { get; init; } = 30;
}
