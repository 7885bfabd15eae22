using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ivr.StateMachine;
using Ivr.Tests.Host;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>What native speakers stumble over when they hear it. Nothing that the line says contains it.</summary>
public class WordingRuleTests
{
    private static readonly (string Rule, string Nl, string Fr, string De, string En)[] Never =
    [
        ("one is a word before a unit", @"\b1 (uur|uren|minuut)", @"\b1 (heure|minute)", @"\b1 (Stunde|Minute)", @"\b1 (hour|minute)"),
        ("hours are not the time of day", @"\d uur\b", @"heures?, (le )?\p{L}+di\b|heures?, (le )?dimanche", @"\d Uhr\b", @"o'clock"),
        ("ordinals are words, and no key looks like one", "", "", @"\d\. \p{Lu}", @"\d+ (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"),
        ("the hash key has one name", @"(?<!\b[Hh]et )hekje", @"(?<!\b([Ll]a touche|puis) )dièse", "Rautetaste", "pound"),
        ("the password has one name", "paswoord|code", @"code\b", "Kennwort|Code", @"code\b"),
        ("nobody resigns: hours are saved and passed on", "achter(laat|laten|liet|gelaten)", @"laiss(er|é|ez)|gardée", "hinterl|aufbewahrt", @"\b(leave|left|kept|job|jobs)\b"),
        ("no menu is named", "hoofdmenu", "menu principal", "Hauptmenü", "main menu"),
        ("not all work is done at the client's", "bij (deze|een|uw) klant", "chez (ce|un|votre) client", "bei (diesem|einem|Ihrem) Kunden", "at (this|a|your) client"),
        ("one verb in a list of keys", @"\b[Dd]ruk \d.*\bdruk \d", @"\btapez \d.*\btapez \d", @"drücken Sie \w+.*drücken Sie", @"\bpress \d.*\bpress \d"),
        ("words that are wrong or foreign", @"\bvoor u bevestigt|\been voor een\b", "tapez-la|pas marché|Sans référence|partie d'heure", "Beratung|bekommen|Ohne Referenz", "[Kk]ey in|Without reference"),
    ];

    private static readonly Dictionary<string, Language> Locales =
        new() { ["nl-BE"] = Language.Nl, ["fr-BE"] = Language.Fr, ["de-DE"] = Language.De, ["en-GB"] = Language.En };

    private static readonly ILookup<Language, string> Texts = Documents.All.SelectMany(document => XDocument.Parse(document).Descendants("Say"))
        .Select(say => (Language: Locales[(string)say.Attribute("language")!], say.Value)).Distinct().ToLookup(said => said.Language, said => said.Value);

    public static TheoryData<string> Rules => [.. Never.Select(never => never.Rule)];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_text_breaks_the_rule(string rule)
    {
        var (_, nl, fr, de, en) = Never.Single(never => never.Rule == rule);
        var broken =
            from pattern in new[] { (Language.Nl, nl), (Language.Fr, fr), (Language.De, de), (Language.En, en) }
            where pattern.Item2 != ""
            from text in Texts[pattern.Item1]
            where Regex.IsMatch(text, pattern.Item2, RegexOptions.None, TimeSpan.FromSeconds(1))
            select text;

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Help_is_offered_at_the_second_try_and_not_before(Language language)
    {
        var offer = language switch { Language.Nl => "Voor hulp", Language.Fr => "Pour de l'aide", Language.De => "Für Hilfe", _ => "For help" };
        var firsts = SpeakingCalls.FirstTries(TestLines.Flanders).Select(call => call with { Language = language }).ToList();

        Assert.All(firsts, first =>
        {
            Assert.DoesNotContain(offer, Documents.Said(first), StringComparison.Ordinal);
            Assert.Contains(offer, Documents.Said(first with { Tries = 1, Notice = Notice.NoMatch }), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_caller_may_hang_up_before_the_reference(Language language)
    {
        var may = language switch { Language.Nl => "U mag ophangen", Language.Fr => "Vous pouvez raccrocher", Language.De => "Sie können auflegen", _ => "You may hang up" };
        var said = Documents.Said(At.State(TestLines.Flanders, CallState.Recorded) with { Language = language });

        Assert.InRange(said.IndexOf(may, StringComparison.Ordinal), 0, said.IndexOf("1 2 3", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_first_question_comes_before_the_other_languages(Language language)
    {
        var spoken = XDocument.Parse(Documents.For(At.Start(TestLines.Flanders) with { Language = language })).Descendants("Say")
            .Select(say => Locales[(string)say.Attribute("language")!]).ToList();

        Assert.Equal([language, language], spoken.Take(2));
        Assert.DoesNotContain(language, spoken.Skip(2));
    }

    [Fact]
    public void The_pages_for_people_use_the_same_word_for_the_password() => Assert.All(
        Directory.EnumerateFiles(Repository.In("docs"), "*.md").Append(Repository.In("README.md")),
        page => Assert.DoesNotContain("paswoord", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase));
}
