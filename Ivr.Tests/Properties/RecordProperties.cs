using Ivr.Caller.Hearing;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Witness;
using DigitGroups = Ivr.Tests.Host.DigitGroups;

namespace Ivr.Tests.Properties;

/// <summary>Properties of the recorded rows after some calls: they agree with what callers confirmed and heard.</summary>
internal static class RecordProperties
{
    private static readonly Dictionary<string, string> Regions = Column(TestData.Clients, 2);
    private static readonly Dictionary<string, string> Companies = Column(TestData.Workers, 2);

    /// <summary>There is exactly one row for each entry that was confirmed with key 1, and it has the values of its summary.</summary>
    public static void Check(IReadOnlyList<Expected> expected, IReadOnlyList<FeedRow> rows)
    {
        Broken.Unless(
            rows.Count == expected.Count,
            $"{rows.Count} rows on record, {expected.Count} entries confirmed with key 1.\n{string.Join('\n', rows)}");
        foreach (var entry in expected)
        {
            var row = rows.SingleOrDefault(row => (row.CallSid, row.EntryNo) == entry.Key);
            Broken.Unless(row is not null, $"Entry {entry.Key} was confirmed and is not on record.");
            CheckRow(entry, row!);
            CheckDuplicate(entry, row!, expected);
            foreach (var confirmation in entry.All)
                CheckAnswer(entry, confirmation, row!);
        }
    }

    private static void CheckRow(Expected entry, FeedRow row)
    {
        var (summary, plan) = (entry.Summary, entry.First.Played.Plan);
        var wanted = row with
        {
            UserNumber = summary.UserNumber,
            Activity = summary.Activity,
            Hours = summary.Hours,
            WorkerLogin = entry.Login,
            CompanyCode = Companies[entry.Login],
            Region = Regions[summary.UserNumber],
            Dialled = plan.Dialled,
            Caller = plan.Caller,
            Line = plan.Dialled == TestData.Wallonia ? "wallonia" : "flanders-brussels",
        };
        Broken.Unless(row == wanted, $"On record: {row}\nConfirmed: {wanted}");

        var date = row.ServiceDate;
        Broken.Unless(
            ((int)date.DayOfWeek, date.Day, date.Month) == summary.Day,
            $"On record is {date:dddd d MMMM yyyy}, and another date was heard: {summary.Day}.");
        var (earliest, latest) = entry.First.Before!.Began;
        Broken.Unless(date == Brussels(earliest) || date == Brussels(latest), $"{date} is not the date in Brussels when the call began.");
        // PostgreSQL stores microseconds only.
        Broken.Unless(
            row.RecordedAt >= entry.Earliest.Clock.UtcDateTime.AddMilliseconds(-1)
            && row.RecordedAt <= entry.Latest.Clock.UtcDateTime.AddMilliseconds(1),
            $"Recorded at {row.RecordedAt:u}, confirmed from {entry.Earliest.Clock:u} to {entry.Latest.Clock:u}.");
    }

    private static void CheckAnswer(Expected entry, WitnessedStep confirmation, FeedRow row)
    {
        var delivery = confirmation.Delivery;
        Broken.Unless(
            HeardReference.In(delivery.Words)?.Replace(" ", "", StringComparison.Ordinal) == row.Reference,
            $"The reference heard is not the row's, {row.Reference}.",
            delivery);
        Broken.Unless(
            !entry.IsOther(confirmation) || delivery.Words.Contains(DigitGroups.Groups(row.UserNumber[^3..]), StringComparison.Ordinal),
            "Something else was confirmed before, and the caller is not told what stands.",
            delivery);
    }

    private static void CheckDuplicate(Expected entry, FeedRow row, IReadOnlyList<Expected> all)
    {
        var earlier = all
            .Where(other => other != entry && other.IsSameJob(entry.Login, entry.Summary))
            .Select(other => other.WasThere(entry.Earliest.Tick, entry.Latest.Tick))
            .ToList();
        Broken.Unless(
            row.PossibleDuplicate ? earlier.Exists(was => was != false) : !earlier.Contains(true),
            $"possible_duplicate is {row.PossibleDuplicate} with {earlier.Count} of the same job on record: {row}");
    }

    private static DateOnly Brussels(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Brussels").DateTime);

    private static Dictionary<string, string> Column(string csv, int column) =>
        csv.Split('\n').Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[column]);
}
