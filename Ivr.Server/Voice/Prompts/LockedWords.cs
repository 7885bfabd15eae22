using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>
/// Prompts used while the login is locked: the caller can pass hours on, and the company decides. They are the same for a login that nobody
/// has.
/// </summary>
internal static class LockedWords
{
    /// <summary>Spoken before the first question after the lock was found.</summary>
    public static readonly Wording Begins = new(
        "Voor de veiligheid is deze login geblokkeerd. Bel opnieuw over {minutes}, of geef uw uren nu door: uw onderneming beslist erover.",
        "Par mesure de sécurité, ce login est bloqué. Rappelez dans {minutes}, ou transmettez vos heures maintenant : votre entreprise décidera.",
        "Zur Sicherheit ist dieser Login gesperrt. Rufen Sie in {minutes} wieder an, oder geben Sie Ihre Stunden jetzt weiter: "
        + "Ihr Unternehmen entscheidet darüber.",
        "For security, this login is blocked. Call again in {minutes}, or pass your hours on now: your company decides about them.");

    private static readonly Wording Keys = new(
        "Om dit aan uw onderneming door te geven, druk 1. Om te verbeteren, druk 2.",
        "Pour transmettre ceci à votre entreprise, tapez 1. Pour corriger, tapez 2.",
        "Um das an Ihr Unternehmen weiterzugeben, drücken Sie die 1. Zum Ändern drücken Sie die 2.",
        "To pass this on to your company, press 1. To make a change, press 2.");

    private static readonly Wording Needed = new(
        "Druk 1 als u wilt dat uw onderneming dit krijgt.",
        "Tapez 1 si votre entreprise doit recevoir ceci.",
        "Drücken Sie die 1, wenn Ihr Unternehmen das bekommen soll.",
        "Press 1 if your company should get this.");

    public static readonly QuestionWords Summary = new(
        First: Wording.Join(SummaryWords.Content, Keys),
        Second: Wording.Join(SummaryWords.OnceMore, SummaryWords.Content, Keys),
        Third: Wording.Join(Needed, SummaryWords.Listen, SummaryWords.Content, Keys),
        Help: new(
            "Luister of de klant, de activiteit, de uren en de datum juist zijn. Uw wachtwoord is niet gecontroleerd, "
            + "daarom beslist uw onderneming.",
            "Vérifiez si le client, l'activité, les heures et la date sont justes. Votre mot de passe n'a pas été vérifié : "
            + "c'est votre entreprise qui décide.",
            "Prüfen Sie, ob Kunde, Aktivität, Stunden und Datum stimmen. Ihr Passwort ist nicht geprüft, deshalb entscheidet Ihr Unternehmen.",
            "Check that the client, the activity, the hours and the date are right. Your password was not checked, so your company decides."));

    public static readonly Wording PassedOn = Wording.Join(
        new(
            "Uw uren zijn doorgegeven, maar nog niet geregistreerd.",
            "Vos heures sont transmises, mais pas encore enregistrées.",
            "Ihre Stunden sind weitergegeben, aber noch nicht erfasst.",
            "Your hours are passed on, but not recorded yet."),
        EmergencyWords.Reference,
        new(
            "Uw onderneming beslist.",
            "Votre entreprise décidera.",
            "Ihr Unternehmen entscheidet.",
            "Your company decides."));

    public static readonly Wording PassedOnHelp = new(
        "Wat u doorgaf, gaat vanzelf naar uw onderneming. Zij bekijkt het en beslist.",
        "Ce que vous avez transmis va automatiquement à votre entreprise. Elle l'examine et décide.",
        "Was Sie weitergegeben haben, geht von selbst an Ihr Unternehmen. Es sieht es sich an und entscheidet.",
        "What you passed on goes to your company by itself. The company looks at it and decides.");

    /// <summary>Replaces the offer of another entry.</summary>
    public static readonly Wording WasLast = new(
        "Meer kunt u nu niet doorgeven. U mag ophangen.",
        "Vous ne pouvez pas en transmettre plus pour le moment. Vous pouvez raccrocher.",
        "Mehr können Sie jetzt nicht weitergeben. Sie können auflegen.",
        "You cannot pass on more now. You may hang up.");

    /// <summary>The last prompt of a call in which nothing more can be passed on.</summary>
    public static readonly Wording UsedUp = new(
        "Voor deze login kan nu niets meer doorgegeven worden. Deze prestatie is niet geregistreerd. "
        + "Bel opnieuw over {minutes}, gebruik de app Job Tracker, of meld het aan uw onderneming. Tot ziens.",
        "Pour ce login, rien de plus ne peut être transmis pour le moment. Cette prestation n'est pas enregistrée. "
        + "Rappelez dans {minutes}, utilisez l'application Job Tracker, ou signalez-le à votre entreprise. Au revoir.",
        "Für diesen Login kann jetzt nichts mehr weitergegeben werden. Diese Leistung ist nicht erfasst. "
        + "Rufen Sie in {minutes} wieder an, benutzen Sie die App Job Tracker oder melden Sie es Ihrem Unternehmen. Auf Wiederhören.",
        "For this login, nothing more can be passed on now. This job is not recorded. "
        + "Call again in {minutes}, use the Job Tracker app, or tell your company. Goodbye.");
}
