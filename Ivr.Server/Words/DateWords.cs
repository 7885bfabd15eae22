using System.Globalization;

namespace Ivr.Server.Words;

/// <summary>Weekday, day and month, without a preposition.</summary>
internal static class DateWords
{
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

    // Dutch and French say the number. A voice does not always read a number as an ordinal.
    private static readonly string[] GermanDays =
    [
        "erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte",
        "elfte", "zwölfte", "dreizehnte", "vierzehnte", "fünfzehnte", "sechzehnte", "siebzehnte", "achtzehnte", "neunzehnte", "zwanzigste",
        "einundzwanzigste", "zweiundzwanzigste", "dreiundzwanzigste", "vierundzwanzigste", "fünfundzwanzigste", "sechsundzwanzigste",
        "siebenundzwanzigste", "achtundzwanzigste", "neunundzwanzigste", "dreißigste", "einunddreißigste",
    ];

    private static readonly string[] EnglishDays =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
        "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
    ];

    /// <summary>For a voice.</summary>
    public static Wording Spoken(DateOnly date)
    {
        var (written, weekday, month) = (Written(date), Weekdays[(int)date.DayOfWeek], Months[date.Month - 1]);
        return new(
            written.Nl,
            date.Day == 1 ? $"{weekday.Fr} premier {month.Fr}" : written.Fr,
            $"{weekday.De}, der {GermanDays[date.Day - 1]} {month.De}",
            $"{weekday.En} the {EnglishDays[date.Day - 1]} of {month.En}");
    }

    /// <summary>For a page.</summary>
    public static Wording Written(DateOnly date)
    {
        var (weekday, month) = (Weekdays[(int)date.DayOfWeek], Months[date.Month - 1]);
        var day = date.Day.ToString(CultureInfo.InvariantCulture);
        return new(
            $"{weekday.Nl} {day} {month.Nl}",
            $"{weekday.Fr} {(date.Day == 1 ? "1er" : day)} {month.Fr}",
            $"{weekday.De}, {day}. {month.De}",
            $"{weekday.En} {day} {month.En}");
    }
}
