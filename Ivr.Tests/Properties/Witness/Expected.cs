namespace Ivr.Tests.Properties.Witness;

/// <summary>A row that must be on record, because a caller confirmed it.</summary>
/// <param name="First">The webhook that brought the confirmation that was answered first.</param>
/// <param name="All">Every confirmation of this entry; those after the first change nothing.</param>
internal sealed record Expected(WitnessedStep First, IReadOnlyList<WitnessedStep> All)
{
    public HeardSummary Summary => First.Before!.Summary!;

    public string Login => First.Before!.Login!;

    public (string CallSid, int EntryNo) Key => (First.Sid, First.Before!.Entry);

    /// <summary>
    /// When the row was written, at the earliest: a webhook that arrives twice at once may be written by the one and answered to the
    /// other first, and meanwhile other calls go on.
    /// </summary>
    public (long Tick, DateTimeOffset Clock) Earliest =>
        (All.Min(step => step.Delivery.Sent), All.Min(step => step.Delivery.ClockBefore));

    /// <summary>When the row was written, at the latest.</summary>
    public (long Tick, DateTimeOffset Clock) Latest => (First.Delivery.Answered, First.Delivery.ClockAfter);

    /// <summary>The rows that some steps must have left behind, one for each entry of each call that was confirmed.</summary>
    public static IReadOnlyList<Expected> From(IEnumerable<WitnessedStep> steps) =>
    [
        .. steps.Where(step => step.IsConfirmation)
            .GroupBy(step => (step.Sid, step.Before!.Entry))
            .Select(entry => entry.OrderBy(step => step.Delivery.Answered).ToList())
            .Select(entry => new Expected(entry[0], entry)),
    ];

    /// <summary>Whether a later confirmation was of something else.</summary>
    public bool IsOther(WitnessedStep confirmation) => confirmation.Before!.Summary is not { } other
        || (other.UserNumber, other.Activity, other.Hours) != (Summary.UserNumber, Summary.Activity, Summary.Hours);

    /// <summary>Whether this is the same worker's same activity at the same client on the same day.</summary>
    public bool IsSameJob(string login, HeardSummary summary) =>
        (Login, Summary.UserNumber, Summary.Activity, Summary.Day) == (login, summary.UserNumber, summary.Activity, summary.Day);

    /// <summary>Whether it was on record before something; null when both went on at the same time.</summary>
    /// <param name="sent">When that was sent.</param>
    /// <param name="answered">When that was answered.</param>
    public bool? WasThere(long sent, long answered) =>
        Latest.Tick < sent ? true : Earliest.Tick > answered ? false : null;
}
