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

    /// <summary>The password was not checked. No prompt says that nothing was passed on, because a webhook may have been lost.</summary>
    public static readonly QuestionWords Summary = EmergencyWords.SummaryInDoubt with
    {
        Help = new(
            "Uw wachtwoord is niet gecontroleerd: uw onderneming beslist.",
            "Votre mot de passe n'a pas été vérifié : c'est votre entreprise qui décide.",
            "Ihr Passwort ist nicht geprüft, deshalb entscheidet Ihr Unternehmen.",
            "Your password was not checked, so your company decides."),
    };

    public static readonly Wording PassedOn = new(
        "Uw uren zijn doorgegeven, maar nog niet geregistreerd.",
        "Vos heures sont transmises, mais pas encore enregistrées.",
        "Ihre Stunden sind weitergegeben, aber noch nicht registriert.",
        "Your hours are passed on, but not recorded yet.");

    public static readonly Wording PassedOnHelp = new(
        "Uw onderneming bekijkt uw uren en beslist.",
        "Votre entreprise examine vos heures et décide.",
        "Ihr Unternehmen prüft Ihre Stunden und entscheidet.",
        "Your company looks at your hours and decides.");

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
        "Für diesen Login kann jetzt nichts mehr weitergegeben werden. Diese Leistung ist nicht registriert. "
        + "Rufen Sie in {minutes} wieder an, benutzen Sie die App Job Tracker oder melden Sie es Ihrem Unternehmen. Auf Wiederhören.",
        "For this login, nothing more can be passed on now. These hours are not recorded. "
        + "Call again in {minutes}, use the Job Tracker app, or tell your company. Goodbye.");
}
