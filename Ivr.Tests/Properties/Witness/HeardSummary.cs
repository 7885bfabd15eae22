using System.Text.RegularExpressions;

namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// What a caller understands from the words of a summary, in any of the four languages. <c>UserNumber</c> has 12 digits, or the last three
/// of a known client; <c>Activity</c> is 1-4, or 0 when it is not understood; <c>Hours</c> are whole hours; weekday 0 is Sunday;
/// <c>IsWarned</c> means that the caller hears that this is already recorded.
/// </summary>
internal sealed partial record HeardSummary(
    string UserNumber, int Activity, int Hours, (int Weekday, int Day, int Month) Day, bool IsWarned, bool IsKnownClient)
{
    private const string Number = @"(?<client>\d \d \d, \d \d \d, \d \d \d, \d \d \d)";
    private const string LastDigits = @"(?<client>\d \d \d)";
    private const int Patience = 1000;
    private const string What = @"(?<activity>[^,:.]+), (?<hours>\w+)";

    private static readonly string[][] Activities =
    [
        ["huishoudelijke hulp", "boodschappen", "strijken buitenshuis", "vervoer"],
        ["aide ménagère", "courses ménagères", "repassage hors du domicile", "transport"],
        ["Haushaltshilfe", "Haushaltseinkäufe", "Bügeln außer Haus", "Transport"],
        ["household help", "shopping", "ironing outside the home", "transport"],
    ];

    private static readonly string[] Weekdays =
    [
        "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
        "dimanche lundi mardi mercredi jeudi vendredi samedi",
        "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
        "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    ];

    private static readonly string[] Months =
    [
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "January February March April May June July August September October November December",
    ];

    private static readonly string[] Warnings =
        ["vandaag al geregistreerd", "déjà enregistré aujourd'hui", "heute schon registriert", "already on record today"];

    private static readonly string[] One = ["één", "une", "eine", "one"];

    private static readonly string[] Days =
    [
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31",
        "premier 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte sechzehnte siebzehnte "
            + "achtzehnte neunzehnte zwanzigste einundzwanzigste zweiundzwanzigste dreiundzwanzigste vierundzwanzigste fünfundzwanzigste "
            + "sechsundzwanzigste siebenundzwanzigste achtundzwanzigste neunundzwanzigste dreißigste einunddreißigste",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            + "eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
            + "twenty-eighth twenty-ninth thirtieth thirty-first",
    ];

    /// <summary>Finds the summary in the words; null when there is none.</summary>
    public static HeardSummary? In(string words)
    {
        Regex[] patterns = [Dutch(), French(), German(), English()];
        for (var language = 0; language < patterns.Length; language++)
        {
            if (patterns[language].Match(words) is { Success: true } match)
                return Read(match, language, words);
        }

        return null;
    }

    private static HeardSummary Read(Match match, int language, string words)
    {
        var digits = string.Concat(match.Groups["client"].Value.Where(char.IsAsciiDigit));
        return new(
            digits,
            Array.IndexOf(Activities[language], match.Groups["activity"].Value) + 1,
            match.Groups["hours"].Value == One[language] ? 1 : int.Parse(match.Groups["hours"].Value),
            (
                Array.IndexOf(Weekdays[language].Split(' '), match.Groups["weekday"].Value),
                Array.IndexOf(Days[language].Split(' '), match.Groups["day"].Value) + 1,
                Array.IndexOf(Months[language].Split(' '), match.Groups["month"].Value) + 1),
            words.Contains(Warnings[language], StringComparison.Ordinal),
            digits.Length == 3);
    }

    [GeneratedRegex(
        "Klant (met eindcijfers " + LastDigits + "|" + Number + "): " + What + @" (uur|uren), (?<weekday>\w+) (?<day>\d+) (?<month>\w+)\.",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Dutch();

    [GeneratedRegex(
        "Client (dont le numéro finit par " + LastDigits + "|" + Number + ") : " + What
            + @" heures? de travail, (?<weekday>\w+) (?<day>premier|\d+) (?<month>\w+)\.",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex French();

    [GeneratedRegex(
        "Kunde (mit Endziffern " + LastDigits + "|" + Number + "): " + What + @" Stunden?, (?<weekday>\w+), der (?<day>\w+) (?<month>\w+)\.",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex German();

    [GeneratedRegex(
        "Client (ending in " + LastDigits + "|" + Number + "): " + What + @" hours?, (?<weekday>\w+) the (?<day>[\w-]+) of (?<month>\w+)\.",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex English();
}
