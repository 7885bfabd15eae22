using System.Globalization;

namespace Ivr.Server.Words;

/// <summary>Numbers, dates and activities in spoken form.</summary>
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

    private static readonly Wording[] Weekdays =
    [
        new("zondag", "dimanche", "Sonntag", "Sunday"),
        new("maandag", "lundi", "Montag", "Monday"),
        new("dinsdag", "mardi", "Dienstag", "Tuesday"),
        new("woensdag", "mercredi", "Mittwoch", "Wednesday"),
        new("donderdag", "jeudi", "Donnerstag", "Thursday"),
        new("vrijdag", "vendredi", "Freitag", "Friday"),
        new("zaterdag", "samedi", "Samstag", "Saturday"),
    ];

    private static readonly Wording[] Months =
    [
        new("januari", "janvier", "Januar", "January"),
        new("februari", "février", "Februar", "February"),
        new("maart", "mars", "März", "March"),
        new("april", "avril", "April", "April"),
        new("mei", "mai", "Mai", "May"),
        new("juni", "juin", "Juni", "June"),
        new("juli", "juillet", "Juli", "July"),
        new("augustus", "août", "August", "August"),
        new("september", "septembre", "September", "September"),
        new("oktober", "octobre", "Oktober", "October"),
        new("november", "novembre", "November", "November"),
        new("december", "décembre", "Dezember", "December"),
    ];

    private static readonly Wording OneHour = new("1 uur", "1 heure", "1 Stunde", "1 hour");
    private static readonly Wording SomeHours = new("{n} uur", "{n} heures", "{n} Stunden", "{n} hours");
    private static readonly Wording OneMinute = new("1 minuut", "1 minute", "1 Minute", "1 minute");
    private static readonly Wording SomeMinutes = new("{n} minuten", "{n} minutes", "{n} Minuten", "{n} minutes");

    /// <summary>Separates the digits, in groups of three: <c>1 2 3, 4 5 6</c>.</summary>
    public static string Digits(string digits) =>
        string.Join(", ", digits.Chunk(GroupSize).Select(group => string.Join(' ', group)));

    /// <summary>Names an activity, 1-4.</summary>
    public static Wording Activity(int activity) => Activities[activity - 1];

    public static Wording Hours(int hours) => Count(hours, OneHour, SomeHours);

    public static Wording Minutes(int minutes) => Count(minutes, OneMinute, SomeMinutes);

    /// <summary>Weekday, day and month, in the form that follows "op", "le", "am" and "on".</summary>
    public static Wording Date(DateOnly date)
    {
        var weekday = Weekdays[(int)date.DayOfWeek];
        var month = Months[date.Month - 1];
        var day = date.Day.ToString(CultureInfo.InvariantCulture);
        return new(
            $"{weekday.Nl} {day} {month.Nl}",
            $"{weekday.Fr} {(date.Day == 1 ? "premier" : day)} {month.Fr}",
            $"{weekday.De}, dem {day}. {month.De}",
            $"{weekday.En} {day} {month.En}");
    }

    private static Wording Count(int count, Wording one, Wording some) =>
        count == 1 ? one : some.With("n", count.ToString(CultureInfo.InvariantCulture));
}
