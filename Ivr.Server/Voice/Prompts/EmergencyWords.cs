using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts used while the database is unavailable: what the caller can pass on, what that is worth, and what to do next.</summary>
internal static class EmergencyWords
{
    /// <summary>Spoken before the first question of the emergency.</summary>
    public static readonly Wording Begins = new(
        "Door een storing bij ons kunnen we nu niets bevestigen, alleen uw uren doorgeven aan uw onderneming.",
        "À cause d'une panne chez nous, nous ne pouvons rien confirmer, seulement transmettre vos heures à votre entreprise.",
        "Durch eine Störung bei uns können wir nichts bestätigen, nur Ihre Stunden an Ihr Unternehmen weitergeben.",
        "Because of a problem on our side, we cannot confirm anything now, only pass your hours on to your company.");

    /// <summary>The same before the summary, which is long.</summary>
    public static readonly Wording BeginsAtSummary = new(
        "We kunnen dit nu alleen doorgeven aan uw onderneming.",
        "Nous pouvons seulement transmettre ceci à votre entreprise.",
        "Wir können das jetzt nur an Ihr Unternehmen weitergeben.",
        "We can only pass this on to your company now.");

    /// <summary>Only the check digits were verified, so the prompt does not say whether a client has this number.</summary>
    public static readonly Wording DigitMayBeWrong = new(
        "Misschien is er een cijfer verkeerd doorgekomen.",
        "Un chiffre est peut-être mal passé.",
        "Vielleicht ist eine Ziffer falsch angekommen.",
        "Perhaps one digit did not come through right.");

    /// <summary>Says what follows too, before the first summary.</summary>
    public static readonly Wording DuplicateAtFirst = Wording.Join(
        SummaryWords.Duplicate,
        new(
            "Geeft u het door, dan ziet uw onderneming het twee keer.",
            "Si vous le transmettez, votre entreprise le verra deux fois.",
            "Wenn Sie es weitergeben, sieht Ihr Unternehmen es zweimal.",
            "If you pass it on, your company sees it twice."));

    private static readonly Wording Keys = new(
        "Om door te geven druk 1, om te verbeteren 2.",
        "Pour transmettre, tapez 1. Pour corriger, 2.",
        "Weitergeben mit eins, ändern mit zwei.",
        "To pass it on, press 1. To make a change, 2.");

    /// <summary>The summary of an entry that can be passed on but not confirmed.</summary>
    public static readonly QuestionWords Summary = new(
        First: Wording.Join(SummaryWords.Content, Keys),
        Second: Wording.Join(SummaryWords.Content, Keys, QuestionWords.OfferOfHelp),
        Third: Wording.Join(
            new("Nog niet doorgegeven:", "Pas encore transmis :", "Noch nicht weitergegeben:", "Not passed on yet:"), SummaryWords.Content, Keys),
        Help: new(
            "U krijgt een referentie, en uw onderneming beslist.",
            "Vous recevez une référence, et votre entreprise décide.",
            "Sie erhalten eine Referenz, und Ihr Unternehmen entscheidet.",
            "You get a reference, and your company decides."));

    /// <summary>Used when a confirmation may have been lost in transit: no prompt says that nothing was passed on or recorded.</summary>
    public static readonly QuestionWords SummaryInDoubt = Summary with { Third = Wording.Join(SummaryWords.Listen, SummaryWords.Content, Keys) };

    public static readonly Wording Reference = new(
        "Uw referentie is {reference}.",
        "Votre référence est {reference}.",
        "Ihre Referenz ist {reference}.",
        "Your reference is {reference}.");

    /// <summary>At first. Later the caller has heard it already.</summary>
    public static readonly Wording ReferenceTwice = new(
        "Uw referentie is {reference}. Nog eens: {reference}.",
        "Votre référence est {reference}. Je répète : {reference}.",
        "Ihre Referenz ist {reference}, noch einmal: {reference}.",
        "Your reference is {reference}. Once more: {reference}.");

    /// <summary>Used when the entry is certainly not recorded.</summary>
    public static readonly Wording LeftInJournal = new(
        "Uw uren zijn bewaard, maar nog niet geregistreerd.",
        "Votre prestation est conservée, mais pas encore enregistrée.",
        "Gespeichert, aber noch nicht registriert.",
        "Your hours are saved, but not recorded yet.");

    /// <summary>Used when the confirmation may have been stored. Entering it in the app too would record it twice.</summary>
    public static readonly Wording LeftInJournalInDoubt = new(
        "Uw uren zijn bewaard. Geef ze niet nog eens in: misschien zijn ze al geregistreerd.",
        "Votre prestation est conservée. Ne l'encodez pas une deuxième fois : elle est peut-être déjà enregistrée.",
        "Ihre Angaben sind gespeichert. Geben Sie sie nicht noch einmal ein: Vielleicht sind sie schon registriert.",
        "Your hours are saved. Please do not enter them again: they may be recorded already.");

    public static readonly Wording LeftInJournalHelp = new(
        "Na de storing beslist uw onderneming over uw uren. Zij vindt ze met uw referentie.",
        "Après la panne, votre entreprise décidera de vos heures. Elle les trouve avec votre référence.",
        "Nach der Störung entscheidet Ihr Unternehmen über Ihre Stunden. Es findet sie mit Ihrer Referenz.",
        "Once the problem is over, your company decides about your hours. It finds them by your reference.");

    /// <summary>Used where # ends the entry.</summary>
    public static readonly Wording HelpDeskWithHash = new(
        "Voor de helpdesk, druk 6 en het hekje.",
        "Pour le service d'aide, tapez 6 puis dièse.",
        "Für den Helpdesk drücken Sie 6 und Raute.",
        "For the help desk, press 6 and hash.");

    public static readonly Wording HelpDesk = new(
        "Voor de helpdesk, druk 6.",
        "Pour le service d'aide, tapez 6.",
        "Für den Helpdesk drücken Sie sechs.",
        "For the help desk, press 6.");

    public static readonly Wording Connecting = new(
        "Een ogenblik, we verbinden u door met de helpdesk.",
        "Un instant, nous vous mettons en communication avec le service d'aide.",
        "Einen Moment, wir verbinden Sie mit dem Helpdesk.",
        "One moment, we are connecting you to the help desk.");

    /// <summary>Spoken after the help desk call ended, or when nobody answered it.</summary>
    public static readonly Wording AfterHelpDesk = new(
        "Kreeg u niemand aan de lijn, gebruik dan de app Job Tracker, of meld het aan uw onderneming. Tot ziens.",
        "Si personne n'a répondu, utilisez l'application Job Tracker, ou signalez-le à votre entreprise. Au revoir.",
        "Wenn niemand geantwortet hat, benutzen Sie die App Job Tracker, oder melden Sie es Ihrem Unternehmen. Auf Wiederhören.",
        "If nobody answered, use the Job Tracker app, or tell your company. Goodbye.");

    /// <summary>The call exceeded its time limit after an entry was passed on.</summary>
    public static readonly Wording TimeUpAfterLeaving = new(
        "Dit gesprek duurt al lang, en we ronden het hier af. De uren die u doorgaf, zijn bewaard. Tot ziens.",
        "Cet appel dure déjà longtemps, et nous le terminons ici. Les heures que vous avez transmises sont conservées. Au revoir.",
        "Dieser Anruf dauert schon lange, und wir beenden ihn hier. Die Stunden, die Sie weitergegeben haben, sind gespeichert. Auf Wiederhören.",
        "This call has taken a long time, and we end it here. The hours that you passed on are saved. Goodbye.");
}
