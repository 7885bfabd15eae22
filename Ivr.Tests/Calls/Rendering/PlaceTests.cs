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
                "Uw login, en dan het hekje.",
                "Pour le français, 2 puis dièse.",
                "Für Deutsch, 3 und Raute.",
                "For English, 4 and hash.",
            ],
            Documents.Texts(Documents.For(At.Start(TestLines.Flanders))));
        Assert.Equal(
            [
                "Bienvenue sur la ligne des titres-services.",
                "Votre login, puis la touche dièse.",
                "Für Deutsch, 2 und Raute.",
                "Voor Nederlands, 3 en het hekje.",
                "For English, 4 and hash.",
            ],
            Documents.Texts(Documents.For(At.Start(TestLines.Wallonia))));
    }

    [Fact]
    public void The_summary_says_client_activity_hours_and_date() => Assert.Equal(
        [
            "Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5: huishoudelijke hulp, 3 uren, donderdag 12 maart. "
                + "Om te bevestigen druk 1, om te verbeteren 2.",
            "Client 1 0 0, 0 0 0, 0 0 0, 1 3 5 : aide ménagère, 3 heures de travail, jeudi 12 mars. "
                + "Pour confirmer, tapez 1. Pour corriger, 2.",
            "Kunde 1 0 0, 0 0 0, 0 0 0, 1 3 5: Haushaltshilfe, 3 Stunden, Donnerstag, der zwölfte März. "
                + "Bestätigen mit eins, ändern mit zwei.",
            "Client 1 0 0, 0 0 0, 0 0 0, 1 3 5: household help, 3 hours, Thursday the twelfth of March. "
                + "To confirm, press 1. To make a change, 2.",
        ],
        Enum.GetValues<Language>().Select(language =>
            Documents.Said(At.State(TestLines.Flanders, CallState.Summary) with { Language = language })));

    [Fact]
    public void A_client_whom_the_worker_had_before_is_read_by_the_last_three_digits()
    {
        var summary = At.State(TestLines.Flanders, CallState.Summary);

        Assert.Equal(
            [
                "Klant met eindcijfers 1 3 5:", "Client dont le numéro finit par 1 3 5 :", "Kunde mit Endziffern 1 3 5:", "Client ending in 1 3 5:",
            ],
            Enum.GetValues<Language>().Select(language => Documents.Said(
                summary with { Language = language, Draft = summary.Draft with { IsKnownClient = true } })).Select(said => said[..(said.IndexOf(':', StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_duplicate_is_said_before_the_summary(Language language)
    {
        var call = At.State(TestLines.Flanders, CallState.Summary) with { Language = language };
        var duplicate = call with { Draft = call.Draft with { ActivitiesOnRecord = [1] } };

        var said = Documents.Texts(Documents.For(duplicate));

        Assert.Equal(2, said.Count);
        Assert.Equal(Documents.Said(call), said[1]);
        var follows = Words("staat het er twee keer", "enregistré deux fois", "zweimal", "twice")[language];
        Assert.Contains(follows, said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_menu_of_corrections_says_what_can_be_corrected() => Assert.Equal(
        [
            "Om de klant te verbeteren, druk 1. De activiteit 2. De uren 3.",
            "Pour corriger le client, tapez 1. L'activité, 2. Les heures, 3.",
            "Um den Kunden zu ändern, drücken Sie eins. Die Aktivität zwei. Die Stunden drei.",
            "To correct the client, press 1. The activity, 2. The hours, 3.",
        ],
        Enum.GetValues<Language>().Select(language =>
            Documents.Said(At.State(TestLines.Flanders, CallState.MainMenu) with { Language = language })));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_correction_asks_its_question_as_at_the_first_time(Language language)
    {
        foreach (var state in (CallState[])[CallState.UserNumber, CallState.Activity, CallState.Hours])
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
        var last = Words("mobiliteit 4.", "réduite, 4.", "Mobilität vier.", "mobility, 4.")[language];
        var calls = SpeakingCalls.On(TestLines.Flanders).Where(call => call.State == CallState.Activity && call.Language == language);

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(2, Documents.Said(call).Split(last).Length));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_did_not_work_says_that_nothing_was_recorded(Language language)
    {
        var not = Words("niet geregistreerd", "pas enregistrée", "nicht registriert", "not recorded")[language];
        var ended = At.State(TestLines.Flanders, CallState.Ended) with { Language = language };

        Assert.Contains(not, Documents.Said(ended with { EndedBy = CallTrigger.TooManyTries }), StringComparison.Ordinal);
        Assert.Contains(not, Documents.Said(ended with { EndedBy = CallTrigger.Failed }), StringComparison.Ordinal);
    }

    private static Dictionary<Language, string> Words(string nl, string fr, string de, string en) =>
        new() { [Language.Nl] = nl, [Language.Fr] = fr, [Language.De] = de, [Language.En] = en };
}
