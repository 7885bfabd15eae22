using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the menu of corrections.</summary>
internal static class CorrectionWords
{
    private static readonly Wording Choices = new(
        "voor de klant, druk 1. Voor de activiteit, 2. Voor de uren, 3.",
        "pour le client, tapez 1. Pour l'activité, 2. Pour les heures, 3.",
        "für den Kunden drücken Sie die 1. Für die Aktivität die 2. Für die Stunden die 3.",
        "for the client, press 1. For the activity, 2. For the hours, 3.");

    public static readonly QuestionWords Question = new(
        First: Wording.Join(new("Om te verbeteren:", "Pour corriger :", "Zum Ändern:", "To correct:"), Choices),
        Second: Wording.Join(
            new("Wat moet anders zijn? Eén cijfer:", "Que faut-il changer ? Un chiffre :", "Was soll anders sein? Eine Ziffer:", "What should be different? One digit:"),
            Choices),
        Third: Wording.Join(
            new(
                "Kies wat u wilt verbeteren. De rest blijft zoals het is. Wacht u even, dan hoort u de samenvatting opnieuw. Om te kiezen:",
                "Choisissez ce que vous voulez corriger. Le reste ne change pas. Si vous attendez un peu, vous réentendez le résumé. Pour choisir :",
                "Wählen Sie, was Sie ändern möchten. Der Rest bleibt. Wenn Sie kurz warten, hören Sie die Zusammenfassung noch einmal. Zum Wählen:",
                "Choose what you want to correct. The rest stays as it is. If you wait a little, you hear the summary again. To choose:"),
            Choices),
        Help: new(
            "U verbetert één antwoord, en de rest blijft. Daarna hoort u de samenvatting opnieuw.",
            "Vous corrigez une réponse, et le reste ne change pas. Ensuite, vous réentendez le résumé.",
            "Sie ändern eine Antwort, und der Rest bleibt. Danach hören Sie die Zusammenfassung noch einmal.",
            "You correct one answer, and the rest stays. After that you hear the summary again."));
}
