using System.Globalization;

namespace Ivr.Server.Words;

/// <summary>Numbers and activities in spoken form.</summary>
internal static class SpokenValues
{
    private const int GroupSize = 3;

    private static readonly Wording[] Activities =
    [
        new("huishoudelijke hulp", "aide ménagère", "Haushaltshilfe", "household help"),
        new("boodschappen", "courses ménagères", "Haushaltseinkäufe", "shopping"),
        new("strijken buitenshuis", "repassage hors du domicile", "Bügeln außerhalb des Wohnsitzes", "ironing outside the home"),
        new(
            "vervoer van personen met beperkte mobiliteit",
            "transport de personnes à mobilité réduite",
            "Transport von Personen mit eingeschränkter Mobilität",
            "transport of people with reduced mobility"),
    ];

    // The summary says the last two shorter: the caller has just chosen them.
    private static readonly Wording[] ChosenActivities =
    [
        .. Activities[..2],
        new("strijken buitenshuis", "repassage hors du domicile", "Bügeln außer Haus", "ironing outside the home"),
        new("vervoer", "transport", "Transport", "transport"),
    ];

    // "One" is a word: a voice reads "1 heure" as "un heure", and "1 Stunde" as "eins Stunde".
    // The French hours are hours of work: "3 heures" alone is three o'clock.
    private static readonly Wording OneHour = new("één uur", "une heure de travail", "eine Stunde", "one hour");
    private static readonly Wording SomeHours = new("{n} uren", "{n} heures de travail", "{n} Stunden", "{n} hours");
    private static readonly Wording OneMinute = new("één minuut", "une minute", "einer Minute", "one minute");
    private static readonly Wording SomeMinutes = new("{n} minuten", "{n} minutes", "{n} Minuten", "{n} minutes");

    /// <summary>Separates the digits, in groups of three: <c>1 2 3, 4 5 6</c>.</summary>
    public static string Digits(string digits) =>
        string.Join(", ", digits.Chunk(GroupSize).Select(group => string.Join(' ', group)));

    /// <summary>Separates the last three digits: <c>2 1 7</c>.</summary>
    public static string LastDigits(string digits) => Digits(digits[^GroupSize..]);

    /// <summary>The official name of an activity, 1-4.</summary>
    public static Wording Activity(int activity) => Activities[activity - 1];

    /// <summary>Names an activity, 1-4, to a caller who chose it.</summary>
    public static Wording ChosenActivity(int activity) => ChosenActivities[activity - 1];

    public static Wording Hours(int hours) => Count(hours, OneHour, SomeHours);

    /// <summary>Minutes, in the form that follows "over", "dans", "in" and "in".</summary>
    public static Wording Minutes(int minutes) => Count(minutes, OneMinute, SomeMinutes);

    private static Wording Count(int count, Wording one, Wording some) =>
        count == 1 ? one : some.With("n", count.ToString(CultureInfo.InvariantCulture));
}
