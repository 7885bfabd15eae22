using System.Globalization;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Entries;

/// <summary>An entry as texts, for a row of a page.</summary>
internal sealed record EntryText(
    string Reference,
    string Time,
    string Worker,
    string WorkerLogin,
    string Client,
    string UserNumber,
    string Region,
    string Activity,
    string Hours,
    bool Cancelled,
    IReadOnlyList<string> Flags)
{
    /// <summary>The flag of an entry with more than <see cref="EntrySql.UsualHours"/> that day.</summary>
    public static Wording LongDay { get; } = EntryWords.LongDay.With("hours", EntrySql.UsualHours);

    /// <summary>An empty row that a script fills in.</summary>
    public static EntryText Blank { get; } = new("", "", "", "", "", "", "", "", "", Cancelled: false, []);

    /// <summary>
    /// The texts of an entry in a language. <paramref name="today"/> is the day of the page; its date is left out. Null writes every date.
    /// </summary>
    public static EntryText Of(Entry entry, Language language, DateOnly? today) => new(
        entry.Reference,
        MomentOf(entry, language, today),
        entry.WorkerName ?? EntryWords.Erased.In(language),
        entry.WorkerLogin,
        entry.ClientName ?? EntryWords.Erased.In(language),
        Grouped(entry.UserNumber),
        EntryWords.Region(entry.Region).In(language),
        Capital(SpokenValues.Activity(entry.Activity).In(language)),
        entry.Hours.ToString(CultureInfo.InvariantCulture),
        entry.Cancelled,
        [.. FlagsOf(entry).Select(flag => flag.In(language))]);

    /// <summary>Digits in groups of three, as they are spoken.</summary>
    public static string Grouped(string digits) => string.Join(' ', digits.Chunk(3).Select(group => new string(group)));

    /// <summary>A numeric date: <c>12/03/2026</c>, in German <c>12.03.2026</c>.</summary>
    public static string Date(DateOnly date, Language language) =>
        date.ToString(language == Language.De ? "dd'.'MM'.'yyyy" : "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Date and time in Brussels of a moment in UTC.</summary>
    public static string Moment(DateTime utc, Language language)
    {
        var there = BrusselsTime.At(new DateTimeOffset(utc, TimeSpan.Zero));
        return $"{Date(DateOnly.FromDateTime(there), language)} {there.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string MomentOf(Entry entry, Language language, DateOnly? today)
    {
        var recorded = BrusselsTime.At(new DateTimeOffset(entry.RecordedAt, TimeSpan.Zero));
        var time = recorded.ToString("HH:mm", CultureInfo.InvariantCulture);
        return entry.ServiceDate == today ? time : $"{Date(entry.ServiceDate, language)} {time}";
    }

    private static IEnumerable<Wording> FlagsOf(Entry entry)
    {
        if (entry.Origin == "emergency")
            yield return EntryWords.FromEmergency;
        if (entry.Cancelled)
        {
            // Nobody need look into an entry that does not count.
            yield return entry.Undone ? EntryWords.Undone : EntryWords.Cancelled;
            yield break;
        }

        if (entry.Corrections > 0)
            yield return EntryWords.Corrected;
        if (entry.PossibleDuplicate)
            yield return EntryWords.PossibleDuplicate;
        if (entry.OtherLine)
            yield return EntryWords.OtherLine;
        if (entry.LongDay)
            yield return LongDay;
    }
}

/// <summary>
/// A table of entries. <c>Since</c> is the position from which live updates continue; null without live updates. <c>Date</c> is the day of
/// the table in ISO 8601; null for several days.
/// </summary>
internal sealed record EntryTable(IReadOnlyList<EntryText> Rows, string? Since = null, string? Date = null);
