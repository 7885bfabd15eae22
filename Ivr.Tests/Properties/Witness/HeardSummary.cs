using System.Text.RegularExpressions;

namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// What a caller understands from the words of a summary, in any of the four languages. <c>UserNumber</c> has 12 digits; <c>Activity</c>
/// is 1-4, or 0 when it is not understood; <c>Hours</c> are whole hours; weekday 0 is Sunday; <c>IsWarned</c> means that the caller hears
/// that this is already recorded.
/// </summary>
internal sealed partial record HeardSummary(
    string UserNumber, int Activity, int Hours, (int Weekday, int Day, int Month) Day, bool IsWarned)
{
    private const string Client = @"(?<client>\d \d \d, \d \d \d, \d \d \d, \d \d \d)";
    private const int Patience = 1000;
    private const string What = @"(?<activity>[^,:.]+), (?<hours>\d)";

    private static readonly string[][] Activities =
    [
        ["huishoudelijke hulp", "boodschappen", "strijken buitenshuis", "vervoer van personen met beperkte mobiliteit"],
        ["aide ménagère", "courses ménagères", "repassage hors du domicile", "transport de personnes à mobilité réduite"],
        ["Haushaltshilfe", "Haushaltseinkäufe", "Bügeln außerhalb des Wohnsitzes", "Transport von Personen mit eingeschränkter Mobilität"],
        ["household help", "shopping", "ironing outside the home", "transport of people with reduced mobility"],
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
        ["al geregistreerd. U kunt toch", "déjà enregistrée aujourd'hui", "heute schon erfasst", "already on record today"];

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

    private static HeardSummary Read(Match match, int language, string words) => new(
        string.Concat(match.Groups["client"].Value.Where(char.IsAsciiDigit)),
        Array.IndexOf(Activities[language], match.Groups["activity"].Value) + 1,
        int.Parse(match.Groups["hours"].Value),
        (
            Array.IndexOf(Weekdays[language].Split(' '), match.Groups["weekday"].Value),
            match.Groups["day"].Value is "premier" ? 1 : int.Parse(match.Groups["day"].Value),
            Array.IndexOf(Months[language].Split(' '), match.Groups["month"].Value) + 1),
        words.Contains(Warnings[language], StringComparison.Ordinal));

    [GeneratedRegex("Klant " + Client + ": " + What + @" uur, op (?<weekday>\w+) (?<day>\d+) (?<month>\w+)\.", RegexOptions.None, Patience)]
    private static partial Regex Dutch();

    [GeneratedRegex(
        "Client " + Client + " : " + What + @" heures?, le (?<weekday>\w+) (?<day>premier|\d+) (?<month>\w+)\.", RegexOptions.None, Patience)]
    private static partial Regex French();

    [GeneratedRegex(
        "Kunde " + Client + ": " + What + @" Stunden?, am (?<weekday>\w+), dem (?<day>\d+)\. (?<month>\w+)\.", RegexOptions.None, Patience)]
    private static partial Regex German();

    [GeneratedRegex(
        "Client " + Client + ": " + What + @" hours?, on (?<weekday>\w+) (?<day>\d+) (?<month>\w+)\.", RegexOptions.None, Patience)]
    private static partial Regex English();
}
