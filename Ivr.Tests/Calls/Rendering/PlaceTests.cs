using Ivr.StateMachine;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>The words at certain places of the call, with the four languages side by side.</summary>
public class PlaceTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void The_first_prompt_offers_each_other_language_in_its_own_voice_by_its_place_on_the_line()
    {
        Assert.Equal(
            [
                "Welkom bij de dienstencheques.",
                "Pour le français, tapez 2 puis dièse.",
                "Für Deutsch drücken Sie die 3 und die Rautetaste.",
                "For English, press 4 and then hash.",
                "Toets uw login in. Druk daarna op hekje.",
            ],
            Documents.Texts(Documents.For(At.Start(TestLines.Flanders))));
        Assert.Equal(
            [
                "Bienvenue sur la ligne des titres-services.",
                "Für Deutsch drücken Sie die 2 und die Rautetaste.",
                "Voor Nederlands, druk 3 en hekje.",
                "For English, press 4 and then hash.",
                "Tapez votre login. Appuyez ensuite sur dièse.",
            ],
            Documents.Texts(Documents.For(At.Start(TestLines.Wallonia))));
    }

    [Fact]
    public void The_summary_says_client_activity_hours_and_date() => Assert.Equal(
        [
            "Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5: huishoudelijke hulp, 3 uur, op donderdag 12 maart. "
                + "Om te bevestigen, druk 1. Om te verbeteren, 2.",
            "Client 1 0 0, 0 0 0, 0 0 0, 1 3 5 : aide ménagère, 3 heures, le jeudi 12 mars. "
                + "Pour confirmer, tapez 1. Pour corriger, 2.",
            "Kunde 1 0 0, 0 0 0, 0 0 0, 1 3 5: Haushaltshilfe, 3 Stunden, am Donnerstag, dem 12. März. "
                + "Zum Bestätigen drücken Sie die 1. Zum Ändern die 2.",
            "Client 1 0 0, 0 0 0, 0 0 0, 1 3 5: household help, 3 hours, on Thursday 12 March. "
                + "To confirm, press 1. To make a change, 2.",
        ],
        Enum.GetValues<Language>().Select(language =>
            Documents.Said(At.State(TestLines.Flanders, CallState.Summary) with { Language = language })));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_duplicate_is_said_before_the_summary(Language language)
    {
        var call = At.State(TestLines.Flanders, CallState.Summary) with { Language = language };
        var duplicate = call with { Draft = call.Draft with { ActivitiesOnRecord = [1] } };

        var said = Documents.Texts(Documents.For(duplicate));

        Assert.Equal(2, said.Count);
        Assert.Equal(Documents.Said(call), said[1]);
        var already = Words("al geregistreerd", "déjà enregistrée", "schon erfasst", "already on record")[language];
        Assert.Contains(already, said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_menu_of_corrections_says_what_can_be_corrected() => Assert.Equal(
        [
            "Om te verbeteren: voor de klant, druk 1. Voor de activiteit, 2. Voor de uren, 3.",
            "Pour corriger : pour le client, tapez 1. Pour l'activité, 2. Pour les heures, 3.",
            "Zum Ändern: für den Kunden drücken Sie die 1. Für die Aktivität die 2. Für die Stunden die 3.",
            "To correct: for the client, press 1. For the activity, 2. For the hours, 3.",
        ],
        Enum.GetValues<Language>().Select(language =>
            Documents.Said(At.State(TestLines.Flanders, CallState.Corrections) with { Language = language })));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_correction_asks_its_question_as_at_the_first_time(Language language)
    {
        foreach (var state in (CallState[])[CallState.MainMenu, CallState.Activity, CallState.Hours])
        {
            var first = At.State(TestLines.Flanders, state) with { Language = language };

            Assert.Equal(
                Documents.Said(first),
                Documents.Said(At.State(TestLines.Flanders, CallState.Summary) with { State = state, Language = language }));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_choices_are_said_once(Language language)
    {
        var last = Words("druk 4.", "tapez 4.", "die 4.", "press 4.")[language];
        var calls = SpeakingCalls.On(TestLines.Flanders).Where(call => call.State == CallState.Activity && call.Language == language);

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(2, Documents.Said(call).Split(last).Length));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_did_not_work_says_that_nothing_was_recorded(Language language)
    {
        var not = Words("niet geregistreerd", "pas enregistrée", "nicht erfasst", "not recorded")[language];
        var ended = At.State(TestLines.Flanders, CallState.Ended) with { Language = language };

        Assert.Contains(not, Documents.Said(ended with { EndedBy = CallTrigger.TooManyTries }), StringComparison.Ordinal);
        Assert.Contains(not, Documents.Said(ended with { EndedBy = CallTrigger.Failed }), StringComparison.Ordinal);
    }

    private static Dictionary<Language, string> Words(string nl, string fr, string de, string en) =>
        new() { [Language.Nl] = nl, [Language.Fr] = fr, [Language.De] = de, [Language.En] = en };
}
