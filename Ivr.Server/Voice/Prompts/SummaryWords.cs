using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the summary.</summary>
internal static class SummaryWords
{
    public static readonly Wording Content = new(
        "Klant {client}: {activity}, {hours}, op {date}.",
        "Client {client} : {activity}, {hours}, le {date}.",
        "Kunde {client}: {activity}, {hours}, am {date}.",
        "Client {client}: {activity}, {hours}, on {date}.");

    private static readonly Wording Keys = new(
        "Om te bevestigen, druk 1. Om te verbeteren, 2.",
        "Pour confirmer, tapez 1. Pour corriger, 2.",
        "Zum Bestätigen drücken Sie die 1. Zum Ändern die 2.",
        "To confirm, press 1. To make a change, 2.");

    public static readonly Wording Duplicate = new(
        "Let op: voor deze klant is deze activiteit vandaag al geregistreerd. U kunt toch bevestigen.",
        "Attention : pour ce client, cette activité est déjà enregistrée aujourd'hui. Vous pouvez confirmer quand même.",
        "Bitte beachten Sie: Für diesen Kunden ist diese Aktivität heute schon erfasst. Sie können trotzdem bestätigen.",
        "Please note: for this client, this activity is already on record today. You can still confirm.");

    private static readonly Wording NotYet = new(
        "Deze prestatie is nog niet geregistreerd.",
        "Cette prestation n'est pas encore enregistrée.",
        "Diese Leistung ist noch nicht erfasst.",
        "This job is not recorded yet.");

    public static readonly Wording OnceMore = new("We herhalen:", "Nous répétons :", "Wir wiederholen:", "Once more:");

    public static readonly Wording Listen = new("Luister rustig:", "Écoutez tranquillement :", "Hören Sie in Ruhe zu:", "Take your time to listen:");

    private static readonly Wording Calmly = Wording.Join(
        Listen,
        Content,
        new(
            "Is alles juist? Om te bevestigen, druk 1. Om één antwoord te verbeteren en de rest te behouden, 2.",
            "Tout est juste ? Pour confirmer, tapez 1. Pour corriger une réponse et garder le reste, 2.",
            "Stimmt alles? Zum Bestätigen drücken Sie die 1. Zum Ändern einer Antwort, wobei der Rest bleibt, die 2.",
            "Is everything right? To confirm, press 1. To change one answer and keep the rest, 2."));

    public static readonly QuestionWords Question = new(
        First: Wording.Join(Content, Keys),
        Second: Wording.Join(OnceMore, Content, Keys),
        Third: Wording.Join(NotYet, Calmly),
        Help: new(
            "Luister of de klant, de activiteit, de uren en de datum juist zijn. Pas als u bevestigt, wordt de prestatie geregistreerd.",
            "Vérifiez si le client, l'activité, les heures et la date sont justes. La prestation n'est enregistrée que si vous confirmez.",
            "Prüfen Sie, ob Kunde, Aktivität, Stunden und Datum stimmen. Erst wenn Sie bestätigen, wird die Leistung erfasst.",
            "Check that the client, the activity, the hours and the date are right. The job is recorded only when you confirm."));

    /// <summary>
    /// Used when a confirmation may have been lost in transit. The entry may be recorded, so no prompt says that it is not.
    /// </summary>
    public static readonly QuestionWords InDoubt = Question with { Third = Calmly };
}
