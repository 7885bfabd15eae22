using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>The last words of a call: why it is over, and what the caller can do.</summary>
internal static class EndedWords
{
    private static readonly Wording Goodbye = new("Bedankt, en tot ziens.", "Merci, et au revoir.", "Danke, auf Wiederhören.", "Thank you, goodbye.");

    private static readonly Wording TooManyTries = new(
        "Het lukt nu niet, en we stoppen hier. Deze prestatie is niet geregistreerd. "
        + "U kunt opnieuw bellen, de app Job Tracker gebruiken, of het aan uw onderneming zeggen. Tot ziens.",
        "Cela ne marche pas pour le moment, et nous arrêtons ici. Cette prestation n'est pas enregistrée. "
        + "Vous pouvez rappeler, utiliser l'application Job Tracker, ou le dire à votre entreprise. Au revoir.",
        "Es klappt im Moment nicht, und wir hören hier auf. Diese Leistung ist nicht erfasst. "
        + "Sie können noch einmal anrufen, die App Job Tracker benutzen oder es Ihrem Unternehmen sagen. Auf Wiederhören.",
        "It does not work out now, and we stop here. This job is not recorded. "
        + "You can call again, use the Job Tracker app, or tell your company. Goodbye.");

    private static readonly Wording Locked = new(
        "Met deze login kunt u nu even niet bellen. Er is niets geregistreerd. Probeer het opnieuw over {minutes}. Tot ziens.",
        "Ce login est bloqué un moment sur cette ligne. Rien n'est enregistré. Réessayez dans {minutes}. Au revoir.",
        "Dieser Login ist auf dieser Leitung kurz gesperrt. Es ist nichts erfasst. Versuchen Sie es in {minutes} noch einmal. Auf Wiederhören.",
        "This login is closed on this line for a while. Nothing is recorded. Please try again in {minutes}. Goodbye.");

    private static readonly Wording WorkerInactive = new(
        "Met uw login kunnen we nu niets registreren. Neem contact op met uw onderneming. Tot ziens.",
        "Avec votre login, nous ne pouvons rien enregistrer pour le moment. Contactez votre entreprise. Au revoir.",
        "Mit Ihrem Login können wir jetzt nichts erfassen. Bitte wenden Sie sich an Ihr Unternehmen. Auf Wiederhören.",
        "We cannot record anything with your login now. Please contact your company. Goodbye.");

    private static readonly Wording Failed = new(
        "Er is een technisch probleem bij ons, niet bij u. Deze prestatie is niet geregistreerd. "
        + "Bel straks opnieuw, gebruik de app Job Tracker, of zeg het aan uw onderneming. Onze excuses, en tot ziens.",
        "Il y a un problème technique chez nous, pas chez vous. Cette prestation n'est pas enregistrée. "
        + "Rappelez plus tard, utilisez l'application Job Tracker, ou dites-le à votre entreprise. Toutes nos excuses, et au revoir.",
        "Es gibt ein technisches Problem bei uns, nicht bei Ihnen. Diese Leistung ist nicht erfasst. "
        + "Rufen Sie später noch einmal an, benutzen Sie die App Job Tracker, oder sagen Sie es Ihrem Unternehmen. "
        + "Wir bitten um Entschuldigung. Auf Wiederhören.",
        "There is a technical problem on our side, not yours. This job is not recorded. "
        + "Call again later, use the Job Tracker app, or tell your company. Our apologies, and goodbye.");

    private static readonly Wording Unconfirmed = new(
        "Er is een technisch probleem bij ons. We weten niet zeker of deze prestatie geregistreerd is. "
        + "Bel straks opnieuw en registreer ze nog eens: is ze er al, dan hoort u dat voor u bevestigt. Onze excuses, en tot ziens.",
        "Il y a un problème technique chez nous. Nous ne savons pas avec certitude si cette prestation est enregistrée. "
        + "Rappelez plus tard et refaites-la : si elle y est déjà, vous l'entendrez avant de confirmer. Toutes nos excuses, et au revoir.",
        "Es gibt ein technisches Problem bei uns. Wir wissen nicht sicher, ob diese Leistung erfasst ist. "
        + "Rufen Sie später noch einmal an und geben Sie sie neu ein: Wenn sie schon da ist, hören Sie das vor dem Bestätigen. "
        + "Wir bitten um Entschuldigung. Auf Wiederhören.",
        "There is a technical problem on our side. We do not know for certain whether this job is recorded. "
        + "Call again later and key it in once more: if it is there already, you will hear so before you confirm. Our apologies, and goodbye.");

    private static readonly Wording TimeUp = new(
        "Dit gesprek duurt al lang, en we ronden het hier af. Wat nog niet bevestigd was, is niet geregistreerd. Bel gerust opnieuw. Tot ziens.",
        "Cet appel dure déjà longtemps, et nous le terminons ici. Ce qui n'était pas encore confirmé n'est pas enregistré. "
        + "Vous pouvez rappeler. Au revoir.",
        "Dieser Anruf dauert schon lange, und wir beenden ihn hier. Was noch nicht bestätigt war, ist nicht erfasst. "
        + "Rufen Sie gern noch einmal an. Auf Wiederhören.",
        "This call has taken long, and we end it here. What was not confirmed yet is not recorded. You are welcome to call again. Goodbye.");

    /// <summary>Said when nothing is known of the call, not even its line.</summary>
    public static readonly Wording NumberNotInUse = new(
        "Dit nummer is niet in gebruik voor dienstencheques. Kijk het nummer na, en bel opnieuw.",
        "Ce numéro n'est pas utilisé pour les titres-services. Vérifiez le numéro, et rappelez.",
        "Diese Nummer wird nicht für Dienstleistungsschecks benutzt. Prüfen Sie die Nummer, und rufen Sie noch einmal an.",
        "This number is not in use for service vouchers. Please check the number and call again.");

    /// <summary>The words when the state of the call cannot be had, so that nothing is known but that it did not work.</summary>
    public static Wording Apology => Failed;

    /// <summary>Why this call is over.</summary>
    public static Wording For(Call call) => call.EndedBy switch
    {
        CallTrigger.NoInput or CallTrigger.NoMatch => Goodbye,
        CallTrigger.TooManyTries => TooManyTries,
        CallTrigger.LoginLocked => Locked.With("minutes", SpokenValues.Minutes(call.LockedMinutes).In),
        CallTrigger.WorkerInactive => WorkerInactive,
        CallTrigger.Unconfirmed => Unconfirmed,
        CallTrigger.TimeUp => TimeUp,
        _ => Failed,
    };
}
