namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// A row that must be recorded because a caller confirmed it. <c>First</c> is the confirmation that was answered first; <c>All</c> is every
/// confirmation of this entry, of which only the first has an effect. <c>Undos</c> is every answer that cancelled it.
/// </summary>
internal sealed record Expected(WitnessedStep First, IReadOnlyList<WitnessedStep> All, IReadOnlyList<WitnessedStep> Undos)
{
    public HeardSummary Summary => First.Before!.Summary!;

    public string Login => First.Before!.Login!;

    public (string CallSid, int EntryNo) Key => (First.Sid, First.Before!.Entry);

    /// <summary>
    /// The earliest time at which the row was written. When a webhook arrives twice at once, one copy may write the row while the other
    /// copy is answered first, and other calls run meanwhile.
    /// </summary>
    public (long Tick, DateTimeOffset Clock) Earliest =>
        (All.Min(step => step.Delivery.Sent), All.Min(step => step.Delivery.ClockBefore));

    /// <summary>The latest time at which the row was written.</summary>
    public (long Tick, DateTimeOffset Clock) Latest => (First.Delivery.Answered, First.Delivery.ClockAfter);

    /// <summary>The rows that these steps must produce: one for each confirmed entry of each call.</summary>
    public static IReadOnlyList<Expected> From(IReadOnlyCollection<WitnessedStep> steps) =>
    [
        .. steps.Where(step => step.IsConfirmation)
            .GroupBy(step => (step.Sid, step.Before!.Entry))
            .Select(entry => entry.OrderBy(step => step.Delivery.Answered).ToList())
            .Select(entry => new Expected(
                entry[0], entry, [.. steps.Where(step => step.IsUndo && (step.Sid, step.Before!.Entry) == (entry[0].Sid, entry[0].Before!.Entry))])),
    ];

    /// <summary>Whether a confirmation has other values than the first one.</summary>
    public bool IsOther(WitnessedStep confirmation) => confirmation.Before!.Summary is not { } other
        || (other.UserNumber, other.Activity, other.Hours) != (Summary.UserNumber, Summary.Activity, Summary.Hours);

    /// <summary>Whether worker, client, activity and day are the same.</summary>
    public bool IsSameJob(string login, HeardSummary summary) =>
        (Login, Summary.UserNumber, Summary.Activity, Summary.Day) == (login, summary.UserNumber, summary.Activity, summary.Day);

    /// <summary>
    /// Whether the row was recorded, and not cancelled, before a webhook that was sent and answered at these ticks; null when it happened
    /// meanwhile.
    /// </summary>
    public bool? WasThere(long sent, long answered)
    {
        if (Earliest.Tick > answered || IsCancelledBefore(sent))
            return false;
        return Latest.Tick < sent && Undos.All(undo => undo.Delivery.Sent > answered) ? true : null;
    }

    /// <summary>Whether the row was cancelled before this tick.</summary>
    public bool IsCancelledBefore(long tick) => Undos.Any(undo => undo.Delivery.Answered < tick);
}
