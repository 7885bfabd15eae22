using System.Text.RegularExpressions;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>What callers hear about recorded entries is true.</summary>
internal static partial class TruthProperties
{
    private static readonly string[] NotRecorded =
    [
        "Deze prestatie is niet geregistreerd", "Cette prestation n'est pas enregistrée", "Diese Leistung ist nicht registriert", "These hours are not recorded",
        "Nog niet geregistreerd", "Pas encore enregistré", "Noch nicht registriert", "Not recorded yet",
        "maar nog niet geregistreerd", "mais pas encore enregistrée", "aber noch nicht registriert", "but not recorded yet",
    ];

    private static readonly string[] IsRecorded =
        ["Uw prestatie is geregistreerd", "Votre prestation est enregistrée", "Ihre Leistung ist registriert", "Your hours are recorded"];

    private static readonly string[] NoEntries =
        ["Vandaag is er nog niets geregistreerd", "Rien n'est encore enregistré", "Heute ist noch nichts registriert", "Nothing is on record yet"];

    /// <summary>
    /// No caller hears "not recorded" about a recorded entry, none hears "recorded" about a cancelled one, none is warned of an entry that is
    /// not recorded, and a short number is that of the client for whom it was told.
    /// </summary>
    public static void Check(IReadOnlyList<WitnessedStep> steps, IReadOnlyList<Expected> record)
    {
        CheckShortNumbers(steps);
        foreach (var step in steps)
        {
            CheckNotRecorded(step, record);
            CheckRecorded(step, record);
            CheckEntries(step, record);
            if (step is { IsResumed: false, Before.State: "Password", After: { State: "UserNumber", IsEmergency: false } })
                CheckOffer(step, record);
            if (step.After is { Summary: { } summary, IsEmergency: false, IsPractice: false })
            {
                CheckWarning(step, summary, record);
                CheckKnown(step, summary, record);
            }
        }
    }

    private static void CheckNotRecorded(WitnessedStep step, IReadOnlyList<Expected> record)
    {
        var delivery = step.Delivery;
        var entry = record.FirstOrDefault(entry => entry.Key == (step.Sid, step.After.Entry));
        var isOnRecord = entry?.WasThere(delivery.Sent, delivery.Answered) == true;
        Broken.Unless(
            !delivery.IsHeard || !isOnRecord || !NotRecorded.Any(words => delivery.Words.Contains(words, StringComparison.Ordinal)),
            "The caller is told that the job is not recorded, and it is.",
            delivery);
    }

    private static void CheckRecorded(WitnessedStep step, IReadOnlyList<Expected> record)
    {
        var delivery = step.Delivery;
        var entry = record.FirstOrDefault(entry => entry.Key == (step.Sid, step.After.Entry));
        Broken.Unless(
            !delivery.IsHeard || entry?.IsCancelledBefore(delivery.Sent) != true
                || !IsRecorded.Any(words => delivery.Words.Contains(words, StringComparison.Ordinal)),
            "The caller is told that the job is recorded, and it is cancelled.",
            delivery);
    }

    // All entries that are certainly on record are said. What was left in an emergency is said once it is loaded, which nobody waits for here.
    private static void CheckEntries(WitnessedStep step, IReadOnlyList<Expected> record)
    {
        var delivery = step.Delivery;
        if (step.IsResumed || step is not { Before.State: "UserNumber", After.State: "OwnEntries" or "UserNumber" })
            return;
        var heard = step.After.State == "OwnEntries" ? Count().Match(delivery.Words) is { Success: true } count ? Number(count.Groups["n"].Value) : -1
            : NoEntries.Any(words => delivery.Words.Contains(words, StringComparison.Ordinal)) ? 0 : (int?)null;
        if (heard is not { } said)
            return;
        var days = new[] { step.After.Began.Earliest, step.After.Began.Latest }.Select(Day).Distinct().ToList();
        var own = record.Where(entry => entry.Login == step.After.Login && days.Contains(entry.Summary.Day)).ToList();
        var certain = days.Count > 1 ? 0 : own.Count(entry => entry.WasThere(delivery.Sent, delivery.Answered) == true);
        Broken.Unless(said >= certain, $"{said} own entries are said, and {certain} are on record.", delivery);
    }

    private static int Number(string count) => int.TryParse(count, out var number) ? number : 1;

    private static (int, int, int) Day(DateTimeOffset moment)
    {
        var date = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Brussels").Date;
        return ((int)date.DayOfWeek, date.Day, date.Month);
    }

    [GeneratedRegex(
        @"(Vandaag sta(at|an) er|Aujourd'hui, il y a|Heute gibt es|There (is|are)) (?<n>\w+) (prestatie|prestation|Leistung|entr)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();

    // The server reads the recorded entries once, at the look-up of the client. An entry that is confirmed again does not count itself.
    private static void CheckWarning(WitnessedStep step, HeardSummary summary, IReadOnlyList<Expected> record)
    {
        var (sent, answered) = step.After.LookedUp;
        var earlier = record
            .Where(entry => entry.Key != (step.Sid, step.After.Entry) && entry.IsSameJob(step.After.Login!, summary))
            .Select(entry => entry.WasThere(sent, answered))
            .ToList();
        Broken.Unless(
            summary.IsWarned ? earlier.Exists(was => was != false) : !earlier.Contains(true),
            $"The warning is {summary.IsWarned} with {earlier.Count} of the same job on record.",
            step.Delivery);
    }

    private static void CheckShortNumbers(IReadOnlyList<WitnessedStep> steps)
    {
        var told = steps
            .Where(step => step.Before?.Summary is not null && step.After.State == "Recorded")
            .Select(step => (Number: ToldNumber(step.Delivery.Words), step.After.Login, step.Before!.Summary!.UserNumber))
            .Where(one => one.Number is not null)
            .ToHashSet();
        Broken.Unless(
            told.GroupBy(one => (one.Number, one.Login)).All(one => one.Count() == 1) && told.GroupBy(one => (one.UserNumber, one.Login)).All(one => one.Count() == 1),
            $"A short number of two clients, or two of one: {string.Join(", ", told)}");
        foreach (var step in steps.Where(step => step.After is { ShortNumber: not null, Summary: not null }))
        {
            var keyed = (step.After.ShortNumber, step.After.Login, step.After.Summary!.UserNumber);
            Broken.Unless(told.Contains(keyed), $"{keyed} was not told: {string.Join(", ", told)}", step.Delivery);
        }
    }

    private static string? ToldNumber(string words) => ShortNumber().Match(words) is { Success: true } match
        ? match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal)
        : null;

    // Only one client of the tests has a telephone from which they call. No call is a week after another, so nothing is as last time.
    private static void CheckOffer(WitnessedStep step, IReadOnlyList<Expected> record)
    {
        var isHisTelephone = step.Played.Plan.Caller == TestData.PhoneInFlanders;
        var earlier = record
            .Where(entry => entry.Key.CallSid != step.Sid && (entry.Login, entry.Summary.UserNumber) == (step.After.Login!, TestData.InFlanders))
            .Select(entry => entry.WasThere(step.Delivery.Sent, step.Delivery.Answered))
            .ToList();
        Broken.Unless(
            step.After.Offered is { } offered
                ? offered == TestData.InFlanders && isHisTelephone && earlier.Exists(was => was != false)
                : !(isHisTelephone && earlier.Contains(true)),
            $"Offered is {step.After.Offered ?? "nobody"} on the telephone {step.Played.Plan.Caller}, with {earlier.Count} entries of the worker for its client.",
            step.Delivery);
    }

    // All calls are within a few days, which are of one month or two.
    private static void CheckKnown(WitnessedStep step, HeardSummary summary, IReadOnlyList<Expected> record)
    {
        var (sent, answered) = step.After.LookedUp;
        var earlier = record
            .Where(entry => entry.Key != (step.Sid, step.After.Entry) && (entry.Login, entry.Summary.UserNumber) == (step.After.Login!, summary.UserNumber))
            .Select(entry => entry.WasThere(sent, answered))
            .ToList();
        Broken.Unless(
            step.After.ShortNumber is not null ? !summary.IsKnownClient
            : summary.IsKnownClient ? earlier.Exists(was => was != false) : !earlier.Contains(true),
            $"The client is read as known: {summary.IsKnownClient}, with {earlier.Count} entries of the worker for the client.",
            step.Delivery);
    }

    [GeneratedRegex(
        "(volstaat voortaan|Pour ce client,|genügen ab jetzt|For this client,) (?<number>[0-9] [0-9]) (en het hekje|et la touche dièse|und Raute|and hash)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortNumber();
}
