using System.Collections.Concurrent;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>Counts what happens in the calls, to detect that too few calls could have broken a property.</summary>
internal sealed class Seen
{
    private readonly ConcurrentDictionary<string, int> _times = new();

    public int Times(string what) => _times.GetValueOrDefault(what);

    public void Add(Playback playback, IReadOnlyList<WitnessedStep> steps)
    {
        Add("calls", playback.Calls.Count);
        Add("calls at the same time as another", playback.Calls.Count(call => !call.IsAlone));
        Add("webhooks", playback.Calls.Sum(call => call.Deliveries.Count));
        Add("rows", playback.Rows.Count);
        Add("duplicates", playback.Rows.Count(row => row.PossibleDuplicate));
        Add("second entries", playback.Rows.Count(row => row.EntryNo > 1));
        Add("confirmations of what was on record", steps.Count(step => step.IsConfirmation) - playback.Rows.Count);
        Add("confirmations of something else than is on record", Expected.From(steps).Sum(entry => entry.All.Count(entry.IsOther)));
        Add("repeats", steps.Count - steps.DistinctBy(step => step.Delivery.Token).Count());
        foreach (var mishap in steps.Select(step => step.Delivery.Mishap).Where(mishap => mishap != Mishap.None))
            Add($"mishap {mishap}", 1);
        Add("doubled keys", steps.Count(step => step.IsDoubled));
        Add("fallbacks", steps.Count(step => step.IsResumed));
        Add("ended after 60 webhooks", steps.Count(step => step.After is { IsOver: true, Webhooks: > 60 }));
        Add("ended after 15 minutes", steps.Count(step => step.After is { IsOver: true, Webhooks: <= 60 } && IsLate(step)));
        Add("entries for locked logins", LockProperties.Left(steps).Count());
        Add("calls without a place for a locked login", steps.Count(step => step is { Before: { State: "UserNumber", IsLocked: true }, After.IsOver: true }));
        Add("calls that begin at the password", steps.Count(step => step is { Before: null, After.State: "Password" }));
        Add("cancelled entries", steps.Where(step => step.IsUndo).DistinctBy(step => (step.Sid, step.Before!.Entry)).Count());
        Add("own entries said", steps.Count(step => step is { Before.State: "UserNumber", After.State: "OwnEntries" }));
        Add("practised", steps.Count(step => step is { Before.State: "Summary", After.State: "Practised" }));
        Add("warnings", steps.Count(step => step.After.Summary is { IsWarned: true }));
        foreach (var step in steps)
            Add($"{step.Before?.State ?? "Begin"} -> {step.After.State}", 1);
    }

    public override string ToString() =>
        string.Join('\n', _times.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value,8} {pair.Key}"));

    private static bool IsLate(WitnessedStep step) => step.Delivery.ClockBefore - step.After.Began.Latest > TimeSpan.FromMinutes(15);

    private void Add(string what, int times) => _times.AddOrUpdate(what, times, (_, before) => before + times);
}
