using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Emergency;

/// <summary>The emergency procedure: configuration section <c>Emergency</c>.</summary>
public sealed class EmergencyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Emergency";

    /// <summary>The folder of the journal, on a local disk, one for each server; null for <c>.data/emergency</c> in Development.</summary>
    public string? JournalFolder { get; init; }

    /// <summary>Days for which a journal is kept once the database has all of it.</summary>
    [Range(0, 3650, ErrorMessage = "Emergency:KeepLoadedDays must be between 0 and 3650.")]
    public int KeepLoadedDays { get; init; } = 30;
}
