using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.People.Retention;

/// <summary>How long personal data is kept: configuration section <c>Retention</c>.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Months that an entry keeps the caller's number, which helps when an entry is disputed.</summary>
    [Range(1, 120, ErrorMessage = "Retention:CallerMonths must be between 1 and 120.")]
    public int CallerMonths { get; init; } = 6;

    /// <summary>Months that a failed login is kept, and a lock on a login without a later attempt.</summary>
    [Range(1, 120, ErrorMessage = "Retention:LoginMonths must be between 1 and 120.")]
    public int LoginMonths { get; init; } = 3;

    /// <summary>Months that an outage and its affected calls are kept, as proof why a worker could not record on that day.</summary>
    [Range(1, 120, ErrorMessage = "Retention:IncidentMonths must be between 1 and 120.")]
    public int IncidentMonths { get; init; } = 12;

    /// <summary>Months that the trace of a call is kept, in which the company and the operator look for the cause of problems.</summary>
    [Range(1, 120, ErrorMessage = "Retention:CallMonths must be between 1 and 120.")]
    public int CallMonths { get; init; } = 3;

    /// <summary>
    /// Whole calendar years that an entry is kept after the year of the work. In Belgium, accounts must be kept for at least 7 years (Code
    /// of Economic Law, articles III.86 and III.88). Records that matter for VAT and income tax must be kept for 10 years since 2023.
    /// </summary>
    [Range(7, 100, ErrorMessage = "Retention:PrestationYears must be between 7 and 100: the law wants accounts to be kept.")]
    public int PrestationYears { get; init; } = 10;
}
