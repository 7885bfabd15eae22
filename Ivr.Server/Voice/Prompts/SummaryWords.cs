namespace Ivr.Server.Voice.Prompts;

/// <summary>What is said at the summary, and once the entry is recorded.</summary>
internal static class SummaryWords
{
    private static readonly Wording Content = new(
        "Klant {client}: {activity}, {hours}, op {date}.",
        "Client {client} : {activity}, {hours}, le {date}.",
        "Kunde {client}: {activity}, {hours}, am {date}.",
        "Client {client}: {activity}, {hours}, on {date}.");

    private static readonly Wording Keys = new(
        "Om te bevestigen, druk 1. Om terug te gaan naar het hoofdmenu, druk 2.",
        "Pour confirmer, tapez 1. Pour revenir au menu principal, tapez 2.",
        "Zum Bestätigen drücken Sie die 1. Zurück zum Hauptmenü kommen Sie mit der 2.",
        "To confirm, press 1. To go back to the main menu, press 2.");

    public static readonly Wording Duplicate = new(
        "Let op: voor deze klant staat deze activiteit vandaag al geregistreerd. U mag ze toch bevestigen.",
        "Attention : pour ce client, cette activité est déjà enregistrée aujourd'hui. Vous pouvez confirmer quand même.",
        "Achtung: Für diesen Kunden ist diese Aktivität heute schon erfasst. Sie können trotzdem bestätigen.",
        "Please note: for this client, this activity is already on record today. You may confirm it all the same.");

    public static readonly QuestionWords Question = new(
        First: Join(Content, Keys),
        Second: Join(
            new("We herhalen:", "Nous répétons :", "Wir wiederholen:", "Once more:"),
            Content,
            Keys),
        Third: Join(
            new(
                "Er is nog niets geregistreerd. Luister rustig:",
                "Rien n'est encore enregistré. Écoutez tranquillement :",
                "Es ist noch nichts erfasst. Hören Sie in Ruhe zu:",
                "Nothing is recorded yet. Take your time to listen:"),
            Content,
            new(
                "Is alles juist, druk dan 1: pas dan is het geregistreerd. Wilt u iets veranderen, druk dan 2: "
                + "u gaat terug naar het hoofdmenu, en wat juist is, kunt u houden.",
                "Si tout est juste, tapez 1 : c'est seulement alors que c'est enregistré. Pour changer quelque chose, tapez 2 : "
                + "vous revenez au menu principal, et vous pouvez garder ce qui est juste.",
                "Wenn alles stimmt, drücken Sie die 1: Erst dann ist es erfasst. Wenn Sie etwas ändern möchten, drücken Sie die 2: "
                + "Sie kommen zurück zum Hauptmenü, und was stimmt, können Sie behalten.",
                "If everything is right, press 1: only then is it recorded. If you want to change something, press 2: "
                + "you go back to the main menu, and what is right you can keep.")),
        Help: new(
            "Luister of de klant, het werk, de uren en de datum juist zijn. Met 1 registreert u, met 2 verbetert u.",
            "Écoutez si le client, le travail, les heures et la date sont justes. Avec 1 vous enregistrez, avec 2 vous corrigez.",
            "Hören Sie, ob Kunde, Arbeit, Stunden und Datum stimmen. Mit 1 erfassen Sie, mit 2 verbessern Sie.",
            "Listen whether the client, the work, the hours and the date are right. With 1 you record, with 2 you correct."));

    private static Wording Join(params Wording[] parts) => new(
        string.Join(' ', parts.Select(part => part.Nl)),
        string.Join(' ', parts.Select(part => part.Fr)),
        string.Join(' ', parts.Select(part => part.De)),
        string.Join(' ', parts.Select(part => part.En)));
}
