using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts used while the database is unavailable: what the caller can leave, what that is worth, and what to do next.</summary>
internal static class EmergencyWords
{
    /// <summary>Spoken before the first question of the emergency.</summary>
    public static readonly Wording Begins = new(
        "Er is een storing bij ons, niet bij u: we kunnen nu niets bevestigen. U kunt uw prestatie wel achterlaten voor uw onderneming.",
        "Il y a une panne chez nous, pas chez vous : nous ne pouvons rien confirmer pour le moment. "
        + "Vous pouvez quand même laisser votre prestation pour votre entreprise.",
        "Es gibt eine Störung bei uns, nicht bei Ihnen: Wir können jetzt nichts bestätigen. "
        + "Sie können Ihre Leistung trotzdem für Ihr Unternehmen hinterlassen.",
        "There is a problem on our side, not yours: we cannot confirm anything now. You can still leave your job for your company.");

    /// <summary>Only the check digits were verified, so the prompt does not say whether a client has this number.</summary>
    public static readonly Wording DigitMayBeWrong = new(
        "Misschien is er een cijfer verkeerd doorgekomen.",
        "Un chiffre est peut-être mal passé.",
        "Vielleicht ist eine Ziffer falsch angekommen.",
        "Perhaps one digit did not come through right.");

    public static readonly Wording Duplicate = new(
        "Let op: voor deze klant is deze activiteit vandaag al geregistreerd. U kunt ze toch achterlaten.",
        "Attention : pour ce client, cette activité est déjà enregistrée aujourd'hui. Vous pouvez la laisser quand même.",
        "Bitte beachten Sie: Für diesen Kunden ist diese Aktivität heute schon erfasst. Sie können sie trotzdem hinterlassen.",
        "Please note: for this client, this activity is already on record today. You can still leave it.");

    private static readonly Wording Keys = new(
        "Dit kan nu niet bevestigd worden. Om het achter te laten voor uw onderneming, druk 1. "
        + "Om te verbeteren, 2.",
        "Ceci ne peut pas être confirmé pour le moment. Pour le laisser à votre entreprise, tapez 1. "
        + "Pour corriger, 2.",
        "Das kann jetzt nicht bestätigt werden. Um es für Ihr Unternehmen zu hinterlassen, drücken Sie die 1. "
        + "Zum Ändern die 2.",
        "This cannot be confirmed now. To leave it for your company, press 1. To make a change, 2.");

    private static readonly Wording NothingLeftYet = new(
        "U hebt nog niets achtergelaten.",
        "Vous n'avez encore rien laissé.",
        "Sie haben noch nichts hinterlassen.",
        "You have not left anything yet.");

    /// <summary>The summary of an entry that can be left but not confirmed.</summary>
    public static readonly QuestionWords Summary = new(
        First: Wording.Join(SummaryWords.Content, Keys),
        Second: Wording.Join(SummaryWords.OnceMore, SummaryWords.Content, Keys),
        Third: Wording.Join(NothingLeftYet, SummaryWords.Listen, SummaryWords.Content, Keys),
        Help: new(
            "Luister of de klant, de activiteit, de uren en de datum juist zijn. Wat u achterlaat, krijgt een referentie, "
            + "en uw onderneming bekijkt het.",
            "Vérifiez si le client, l'activité, les heures et la date sont justes. Ce que vous laissez reçoit une référence, "
            + "et votre entreprise l'examine.",
            "Prüfen Sie, ob Kunde, Aktivität, Stunden und Datum stimmen. Was Sie hinterlassen, bekommt eine Referenz, "
            + "und Ihr Unternehmen sieht es sich an.",
            "Check that the client, the activity, the hours and the date are right. What you leave gets a reference, "
            + "and your company looks at it."));

    /// <summary>Used when a confirmation may have been lost in transit: no prompt says that the entry is not recorded.</summary>
    public static readonly QuestionWords SummaryInDoubt = Summary with { Third = Wording.Join(SummaryWords.Listen, SummaryWords.Content, Keys) };

    public static readonly Wording Reference = new(
        "Uw referentie is {reference}. We herhalen: {reference}.",
        "Votre référence est {reference}. Nous répétons : {reference}.",
        "Ihre Referenz ist {reference}. Wir wiederholen: {reference}.",
        "Your reference is {reference}. Once more: {reference}.");

    /// <summary>Used when the entry is certainly not recorded.</summary>
    public static readonly Wording LeftInJournal = Wording.Join(
        new(
            "Uw prestatie is bewaard, en nog niet geregistreerd.",
            "Votre prestation est gardée, et pas encore enregistrée.",
            "Ihre Leistung ist aufbewahrt, und noch nicht erfasst.",
            "Your job is kept, and not recorded yet."),
        Reference,
        new(
            "Geef de prestatie straks in met de app Job Tracker, of meld ze aan uw onderneming met deze referentie.",
            "Enregistrez la prestation plus tard avec l'application Job Tracker, ou signalez-la à votre entreprise avec cette référence.",
            "Geben Sie die Leistung später in der App Job Tracker ein, oder melden Sie sie Ihrem Unternehmen mit dieser Referenz.",
            "Record the job later in the Job Tracker app, or tell your company, and give this reference."));

    /// <summary>Used when the confirmation may have been stored. Entering it in the app too would record it twice.</summary>
    public static readonly Wording LeftInJournalInDoubt = Wording.Join(
        new(
            "Uw prestatie is bewaard. Of ze ook al geregistreerd is, weten we nu niet zeker.",
            "Votre prestation est gardée. Nous ne savons pas encore avec certitude si elle est déjà enregistrée.",
            "Ihre Leistung ist aufbewahrt. Ob sie auch schon erfasst ist, wissen wir jetzt nicht sicher.",
            "Your job is kept. Whether it is recorded already, we do not know for certain now."),
        Reference,
        new(
            "Meld ze aan uw onderneming met deze referentie, en geef ze niet nog eens in.",
            "Signalez-la à votre entreprise avec cette référence, et ne l'enregistrez pas une deuxième fois.",
            "Melden Sie sie Ihrem Unternehmen mit dieser Referenz, und geben Sie sie nicht noch einmal ein.",
            "Tell your company, and give this reference. Please do not record it a second time."));

    public static readonly Wording LeftInJournalHelp = new(
        "Na de storing gaat wat u achterliet vanzelf naar uw onderneming. Zij bekijkt het en beslist.",
        "Après la panne, ce que vous avez laissé va automatiquement à votre entreprise. Elle l'examine et décide.",
        "Nach der Störung geht, was Sie hinterlassen haben, von selbst an Ihr Unternehmen. Es sieht es sich an und entscheidet.",
        "Once the problem is over, what you left goes to your company by itself. The company looks at it and decides.");

    /// <summary>Used where # ends the entry.</summary>
    public static readonly Wording HelpDeskWithHash = new(
        "Voor de helpdesk, druk 6 en hekje.",
        "Pour le service d'aide, tapez 6 puis dièse.",
        "Für die Beratung drücken Sie die 6 und die Rautetaste.",
        "For the help desk, press 6 and then hash.");

    public static readonly Wording HelpDesk = new(
        "Voor de helpdesk, druk 6.",
        "Pour le service d'aide, tapez 6.",
        "Für die Beratung drücken Sie die 6.",
        "For the help desk, press 6.");

    public static readonly Wording Connecting = new(
        "Een ogenblik, we verbinden u door met de helpdesk.",
        "Un instant, nous vous mettons en communication avec le service d'aide.",
        "Einen Moment, wir verbinden Sie mit der Beratung.",
        "One moment, we are connecting you to the help desk.");

    /// <summary>Spoken after the help desk call ended, or when nobody answered it.</summary>
    public static readonly Wording AfterHelpDesk = new(
        "Kreeg u niemand aan de lijn, gebruik dan de app Job Tracker, of meld het aan uw onderneming. Tot ziens.",
        "Si personne n'a répondu, utilisez l'application Job Tracker, ou signalez-le à votre entreprise. Au revoir.",
        "Wenn niemand geantwortet hat, benutzen Sie die App Job Tracker, oder melden Sie es Ihrem Unternehmen. Auf Wiederhören.",
        "If nobody answered, use the Job Tracker app, or tell your company. Goodbye.");

    /// <summary>The call exceeded its time limit after an entry was left.</summary>
    public static readonly Wording TimeUpAfterLeaving = new(
        "Dit gesprek duurt al lang, en we ronden het hier af. Wat u achterliet, is bewaard. Tot ziens.",
        "Cet appel dure déjà longtemps, et nous le terminons ici. Ce que vous avez laissé est gardé. Au revoir.",
        "Dieser Anruf dauert schon lange, und wir beenden ihn hier. Was Sie hinterlassen haben, ist aufbewahrt. Auf Wiederhören.",
        "This call has taken a long time, and we end it here. What you left is kept. Goodbye.");
}
