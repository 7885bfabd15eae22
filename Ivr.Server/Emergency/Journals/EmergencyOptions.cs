using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Emergency.Journals;

/// <summary>The emergency procedure: configuration section <c>Emergency</c>.</summary>
internal sealed class EmergencyOptions
{
    public const string Section = "Emergency";

    /// <summary>
    /// The folder of the journal, on a local disk. Each server needs its own folder. The default in Development is <c>.data/emergency</c>.
    /// </summary>
    [Required(ErrorMessage = "Emergency:JournalFolder is missing: name a folder on a local disk that outlives this server.")]
    public string? JournalFolder { get; set; }

    /// <summary>
    /// How long a caller waits for the disk. After key 1 at the summary, a confirmation may already have used four of the webhook's five
    /// seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:03", ErrorMessage = "Emergency:LongestWait must be between 00:00:00.1 and 00:00:03.")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many days a journal file is kept after all its lines are in the database.</summary>
    [Range(0, 3650, ErrorMessage = "Emergency:KeepLoadedDays must be between 0 and 3650.")]
    public int KeepLoadedDays { get; init; } = 30;
}
