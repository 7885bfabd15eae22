using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the menu of corrections.</summary>
internal static class MainMenuWords
{
    private static readonly Wording Choices = new(
        "Om de klant te verbeteren, druk 1. De activiteit 2. De uren 3.",
        "Pour corriger le client, tapez 1. L'activité, 2. Les heures, 3.",
        "Um den Kunden zu ändern, drücken Sie eins. Die Aktivität zwei. Die Stunden drei.",
        "To correct the client, press 1. The activity, 2. The hours, 3.");

    public static readonly QuestionWords Question = new(
        First: Choices,
        Second: Wording.Join(
            new("Wat moet anders zijn?", "Que faut-il changer ?", "Was soll anders sein?", "What should be different?"),
            Choices,
            QuestionWords.OfferOfHelp),
        Third: Wording.Join(
            new(
                "U verbetert één antwoord, en de rest blijft. Wacht u even, dan hoort u de samenvatting opnieuw.",
                "Vous corrigez une réponse, et le reste ne change pas. Si vous attendez un peu, vous réentendez le résumé.",
                "Sie ändern eine Antwort, und der Rest bleibt. Wenn Sie kurz warten, hören Sie die Zusammenfassung noch einmal.",
                "You correct one answer, and the rest stays. If you wait a little, you hear the summary again."),
            Choices),
        Help: new(
            "U verbetert één antwoord, en de rest blijft. Daarna hoort u de samenvatting opnieuw.",
            "Vous corrigez une réponse, et le reste ne change pas. Ensuite, vous réentendez le résumé.",
            "Sie ändern eine Antwort, und der Rest bleibt. Danach hören Sie die Zusammenfassung noch einmal.",
            "You correct one answer, and the rest stays. After that you hear the summary again."));
}
