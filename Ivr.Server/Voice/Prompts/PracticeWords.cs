using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of a practice call. They say so at first, at the summary and at the end.</summary>
internal static class PracticeWords
{
    public static readonly Wording Begins = new(
        "Oefening: we registreren niets. Voor een echte prestatie, druk 8 en het hekje.",
        "Exercice : rien n'est enregistré. Pour une vraie prestation, tapez 8 puis dièse.",
        "Übung: Es wird nichts registriert. Für eine echte Leistung drücken Sie 8 und Raute.",
        "Practice: nothing is recorded. For a real entry, press 8 and hash.");

    public static readonly Wording Over = new("Einde van de oefening.", "Fin de l'exercice.", "Ende der Übung.", "End of practice.");

    /// <summary>The question for the user number. Its help says how practice is left, without a verb: the question has one.</summary>
    public static readonly QuestionWords UserNumber = UserNumberWords.Question with
    {
        Help = Wording.Join(
            UserNumberWords.TwelveDigits,
            UserNumberWords.WhoKnows,
            new(
                "Een echte prestatie: 8 en het hekje.",
                "Une vraie prestation : 8 puis dièse.",
                "Eine echte Leistung: 8 und Raute.",
                "A real entry: 8 and hash.")),
    };

    private static readonly Wording Practice = new("Oefening.", "Exercice.", "Übung.", "Practice.");

    public static readonly QuestionWords Summary = new(
        First: Wording.Join(Practice, SummaryWords.Content, SummaryWords.Keys),
        Second: Wording.Join(Practice, SummaryWords.Content, SummaryWords.Keys, QuestionWords.OfferOfHelp),
        Third: Wording.Join(
            new("Nog altijd een oefening:", "C'est toujours un exercice :", "Immer noch eine Übung:", "Still practice:"),
            SummaryWords.Content,
            SummaryWords.Keys),
        Help: new(
            "Met 1 bevestigt u, ook in een echte oproep.",
            "Avec 1, vous confirmez, comme dans un vrai appel.",
            "Mit eins bestätigen Sie, wie in einem echten Anruf.",
            "With 1 you confirm, as in a real call."));

    public static readonly Wording Practised = new(
        "Goed. Dit was een oefening: er is niets geregistreerd. U mag ophangen. Om nog eens te oefenen, druk 1.",
        "Bien. C'était un exercice : rien n'est enregistré. Vous pouvez raccrocher. Pour refaire l'exercice, tapez 1.",
        "Gut. Das war eine Übung: Es ist nichts registriert. Sie können auflegen. Um noch einmal zu üben, drücken Sie eins.",
        "Good. This was practice: nothing is recorded. You may hang up. To practise again, press 1.");

    public static readonly Wording PractisedHelp = new(
        "Een echte prestatie: 1, daarna 8 en het hekje.",
        "Une vraie prestation : 1, ensuite 8 puis dièse.",
        "Eine echte Leistung: 1, danach 8 und Raute.",
        "A real entry: 1, then 8 and hash.");
}
