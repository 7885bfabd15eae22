using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>The last prompts of a call: why it ends, and what the caller can do.</summary>
internal static class EndedWords
{
    private static readonly Wording Goodbye = new("Bedankt, en tot ziens.", "Merci, et au revoir.", "Danke, auf Wiederhören.", "Thank you, goodbye.");

    private static readonly Wording GivenUp = new(
        "Het is deze keer niet gelukt, en we stoppen hier. Deze prestatie is niet geregistreerd.",
        "Cela n'a pas fonctionné cette fois, et nous nous arrêtons ici. Cette prestation n'est pas enregistrée.",
        "Es hat diesmal nicht geklappt, und wir hören hier auf. Diese Leistung ist nicht registriert.",
        "It did not work this time, and we stop here. These hours are not recorded.");

    private static readonly Wording WhatToDo = new(
        "U kunt opnieuw bellen, de app Job Tracker gebruiken, of het aan uw onderneming melden. Tot ziens.",
        "Vous pouvez rappeler, utiliser l'application Job Tracker, ou le signaler à votre entreprise. Au revoir.",
        "Sie können noch einmal anrufen, die App Job Tracker benutzen oder es Ihrem Unternehmen melden. Auf Wiederhören.",
        "You can call again, use the Job Tracker app, or tell your company. Goodbye.");

    private static readonly Wording EarlierEntriesStay = new(
        "Wat u eerder ingaf, blijft zoals het is.",
        "Ce que vous avez encodé avant ne change pas.",
        "Was Sie vorher eingegeben haben, bleibt unverändert.",
        "What you entered before stays as it is.");

    private static readonly Wording TooManyTries = Wording.Join(GivenUp, WhatToDo);

    // A key 1 that comes twice after "recorded" begins another entry. Who then says nothing must not think that the recorded one is lost.
    private static readonly Wording TooManyTriesAtNextEntry = Wording.Join(GivenUp, EarlierEntriesStay, WhatToDo);

    private static readonly Wording WorkerInactive = new(
        "Met uw login kunnen we nu niets registreren. Neem contact op met uw onderneming. Tot ziens.",
        "Avec votre login, nous ne pouvons rien enregistrer pour le moment. Contactez votre entreprise. Au revoir.",
        "Mit Ihrem Login können wir jetzt nichts erfassen. Bitte wenden Sie sich an Ihr Unternehmen. Auf Wiederhören.",
        "We cannot record anything with your login now. Please contact your company. Goodbye.");

    private static readonly Wording LookUpsUsedUp = new(
        "Verschillende gebruikersnummers waren niet te vinden. Deze prestatie is niet geregistreerd. "
        + "Vraag het juiste nummer aan uw klant of uw onderneming, en bel over een uur opnieuw. Tot ziens.",
        "Plusieurs numéros d'utilisateur sont restés introuvables. Cette prestation n'est pas enregistrée. "
        + "Demandez le bon numéro à votre client ou à votre entreprise, et rappelez dans une heure. Au revoir.",
        "Mehrere Benutzernummern waren nicht zu finden. Diese Leistung ist nicht registriert. "
        + "Fragen Sie Ihren Kunden oder Ihr Unternehmen nach der richtigen Nummer, und rufen Sie in einer Stunde wieder an. Auf Wiederhören.",
        "Several user numbers could not be found. These hours are not recorded. "
        + "Ask your client or your company for the right number, and call again in an hour. Goodbye.");

    private static readonly Wording Failed = new(
        "Er is een technisch probleem bij ons. Deze prestatie is niet geregistreerd. "
        + "Bel straks opnieuw, gebruik de app Job Tracker, of meld het aan uw onderneming. Onze excuses, en tot ziens.",
        "Il y a un problème technique chez nous. Cette prestation n'est pas enregistrée. "
        + "Rappelez plus tard, utilisez l'application Job Tracker, ou signalez-le à votre entreprise. Toutes nos excuses, et au revoir.",
        "Es gibt ein technisches Problem bei uns. Diese Leistung ist nicht registriert. "
        + "Rufen Sie später noch einmal an, benutzen Sie die App Job Tracker, oder melden Sie es Ihrem Unternehmen. "
        + "Entschuldigung, und auf Wiederhören.",
        "There is a technical problem on our side. These hours are not recorded. "
        + "Call again later, use the Job Tracker app, or tell your company. Our apologies, and goodbye.");

    private static readonly Wording Unconfirmed = new(
        "Er is een technisch probleem bij ons. We weten niet zeker of deze prestatie geregistreerd is. "
        + "Bel straks opnieuw en geef ze nog eens in: staat ze er al, dan hoort u dat voordat u bevestigt. Onze excuses, en tot ziens.",
        "Il y a un problème technique chez nous. Nous ne savons pas avec certitude si cette prestation est enregistrée. "
        + "Rappelez plus tard et encodez-la encore une fois : si elle y est déjà, vous l'entendrez avant de confirmer. Toutes nos excuses, et au revoir.",
        "Es gibt ein technisches Problem bei uns. Wir wissen nicht sicher, ob diese Leistung registriert ist. "
        + "Rufen Sie später noch einmal an und geben Sie sie neu ein: Wenn sie schon da ist, hören Sie das vor dem Bestätigen. "
        + "Entschuldigung, und auf Wiederhören.",
        "There is a technical problem on our side. We do not know for certain whether these hours are recorded. "
        + "Call again later and enter them once more: if they are there already, you will hear that before you confirm. Our apologies, and goodbye.");

    private static readonly Wording TimeUp = new(
        "Dit gesprek duurt al lang, en we ronden het hier af. Deze prestatie is niet geregistreerd. Bel gerust opnieuw. Tot ziens.",
        "Cet appel dure déjà longtemps, et nous le terminons ici. Cette prestation n'est pas enregistrée. Vous pouvez rappeler. Au revoir.",
        "Dieser Anruf dauert schon lange, und wir beenden ihn hier. Diese Leistung ist nicht registriert. "
        + "Rufen Sie gern noch einmal an. Auf Wiederhören.",
        "This call has taken a long time, and we end it here. These hours are not recorded. You are welcome to call again. Goodbye.");

    private static readonly Wording TimeUpAfterRecording = new(
        "Dit gesprek duurt al lang, en we ronden het hier af. Uw prestatie is geregistreerd. Bel gerust opnieuw voor de volgende. Tot ziens.",
        "Cet appel dure déjà longtemps, et nous le terminons ici. Votre prestation est enregistrée. "
        + "Vous pouvez rappeler pour la suivante. Au revoir.",
        "Dieser Anruf dauert schon lange, und wir beenden ihn hier. Ihre Leistung ist registriert. "
        + "Für die nächste rufen Sie gern noch einmal an. Auf Wiederhören.",
        "This call has taken a long time, and we end it here. Your hours are recorded. You are welcome to call again for the next one. Goodbye.");

    /// <summary>Spoken when nothing is known about the call, not even its line.</summary>
    public static readonly Wording NumberNotInUse = new(
        "Dit nummer is niet in gebruik voor dienstencheques. Kijk het nummer na, en bel opnieuw.",
        "Ce numéro n'est pas utilisé pour les titres-services. Vérifiez le numéro, et rappelez.",
        "Diese Nummer wird nicht für Dienstleistungsschecks benutzt. Prüfen Sie die Nummer, und rufen Sie noch einmal an.",
        "This number is not in use for service vouchers. Please check the number and call again.");

    /// <summary>
    /// Spoken when the call's state is not available. The state may have been lost just after a COMMIT, so the prompt says neither that the
    /// prestation is recorded nor that it is not.
    /// </summary>
    public static readonly Wording Apology = new(
        "Er is een technisch probleem bij ons. Hoorde u geen referentie, dan is uw prestatie misschien niet geregistreerd. "
        + "Bel straks opnieuw: staat ze er al, dan hoort u dat voordat u bevestigt. Onze excuses, en tot ziens.",
        "Il y a un problème technique chez nous. Si vous n'avez pas entendu de référence, votre prestation n'est peut-être pas enregistrée. "
        + "Rappelez plus tard : si elle y est déjà, vous l'entendrez avant de confirmer. Toutes nos excuses, et au revoir.",
        "Es gibt ein technisches Problem bei uns. Wenn Sie keine Referenz gehört haben, ist Ihre Leistung vielleicht nicht registriert. "
        + "Rufen Sie später noch einmal an: Wenn sie schon da ist, hören Sie das vor dem Bestätigen. Entschuldigung, und auf Wiederhören.",
        "There is a technical problem on our side. If you have not heard a reference, your hours may not be recorded. "
        + "Call again later: if they are there already, you will hear that before you confirm. Our apologies, and goodbye.");

    /// <summary>Returns the prompt for the reason why the call ended.</summary>
    public static Wording For(Call call) => call.EndedBy switch
    {
        CallTrigger.HelpDeskAsked => EmergencyWords.Connecting,
        // References that begin with 9 are from the journal: the entry is stored there already.
        CallTrigger.TimeUp when call.Reference is ['9', ..] => EmergencyWords.TimeUpAfterLeaving,
        CallTrigger.NoInput => Goodbye,
        CallTrigger.LookUpsUsedUp when call.IsLockedOut => LockedWords.UsedUp.With("minutes", SpokenValues.Minutes(call.LockedMinutes).In),
        // The cancellation is in doubt, and not the entry.
        CallTrigger.TimeUp or CallTrigger.Failed when call is { InDoubt: true, Reference: [not '9', ..] reference } =>
            UndoWords.InDoubt.With("reference", SpokenValues.Digits(reference)),
        CallTrigger.TooManyTries or CallTrigger.LookUpsUsedUp or CallTrigger.TimeUp or CallTrigger.Failed when call.InDoubt => Unconfirmed,
        CallTrigger.TooManyTries => call.EntryNumber > 1 ? TooManyTriesAtNextEntry : TooManyTries,
        CallTrigger.WorkerInactive => WorkerInactive,
        CallTrigger.LookUpsUsedUp => LookUpsUsedUp,
        CallTrigger.TimeUp => call.Reference is null ? TimeUp : TimeUpAfterRecording,
        _ => Failed,
    };
}
