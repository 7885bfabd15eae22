using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the cancellation of the entry just recorded.</summary>
internal static class UndoWords
{
    private static readonly Wording Keys = new(
        "Om ze te annuleren druk 1, om ze te behouden 2.",
        "Pour l'annuler, tapez 1. Pour la garder, 2.",
        "Stornieren mit eins, behalten mit zwei.",
        "To cancel it, press 1. To keep it, 2.");

    public static readonly QuestionWords Question = new(
        First: Wording.Join(
            new("Deze prestatie annuleren?", "Annuler cette prestation ?", "Diese Leistung stornieren?", "Cancel this entry?"), Keys),
        Second: Wording.Join(
            new(
                "Wilt u de prestatie annuleren die u net registreerde?",
                "Voulez-vous annuler la prestation que vous venez d'enregistrer ?",
                "Möchten Sie die Leistung stornieren, die Sie gerade registriert haben?",
                "Do you want to cancel the entry that you have just recorded?"),
            Keys,
            QuestionWords.OfferOfHelp),
        Third: Wording.Join(
            new(
                "Annuleert u de prestatie, dan telt ze niet meer mee.",
                "Si vous annulez la prestation, elle ne compte plus.",
                "Wenn Sie die Leistung stornieren, zählt sie nicht mehr.",
                "If you cancel the entry, it does not count any more."),
            Keys),
        Help: new(
            "Een geannuleerde prestatie telt niet mee. Uw onderneming ziet ze, en dat u ze annuleerde.",
            "Une prestation annulée ne compte pas. Votre entreprise la voit, et voit que vous l'avez annulée.",
            "Eine stornierte Leistung zählt nicht. Ihr Unternehmen sieht sie, und dass Sie sie storniert haben.",
            "A cancelled entry does not count. Your company sees it, and that you cancelled it."));

    /// <summary>The offer in the list of keys after "recorded", once the caller asks for help or presses a key without a meaning.</summary>
    public static readonly Wording Offer = new(
        "Om deze te annuleren, 9.", "Pour annuler celle-ci, 9.", "Um diese zu stornieren, neun.", "To cancel this one, 9.");

    public static readonly Wording Undone = new(
        "Uw prestatie is geannuleerd. U mag ophangen. De referentie is {reference}.",
        "Votre prestation est annulée. Vous pouvez raccrocher. La référence est {reference}.",
        "Ihre Leistung ist storniert. Sie können auflegen. Die Referenz ist {reference}.",
        "Your entry is cancelled. You may hang up. The reference is {reference}.");

    public static readonly Wording UndoneHelp = new(
        "Uw onderneming ziet de prestatie, en dat u ze annuleerde. U hoeft niets meer te doen.",
        "Votre entreprise voit la prestation, et que vous l'avez annulée. Vous n'avez plus rien à faire.",
        "Ihr Unternehmen sieht die Leistung, und dass Sie sie storniert haben. Sie müssen nichts mehr tun.",
        "Your company sees the entry, and that you cancelled it. You do not need to do anything else.");

    /// <summary>Used instead of "recorded": the company decided first.</summary>
    public static readonly Wording CorrectedByCompany = new(
        "Uw onderneming heeft deze prestatie al gewijzigd: vraag het aan uw onderneming. Uw referentie is {reference}.",
        "Votre entreprise a déjà modifié cette prestation : adressez-vous à elle. Votre référence est {reference}.",
        "Ihr Unternehmen hat diese Leistung schon geändert: Bitte fragen Sie dort nach. Ihre Referenz ist {reference}.",
        "Your company has already changed this entry: please ask your company. Your reference is {reference}.");

    public static readonly Wording CorrectedHelp = new(
        "Uw onderneming beslist over deze prestatie.",
        "C'est votre entreprise qui décide de cette prestation.",
        "Über diese Leistung entscheidet Ihr Unternehmen.",
        "Your company decides about this entry.");

    /// <summary>Spoken before "recorded": it stays recorded.</summary>
    public static readonly Wording CannotUndo = new(
        "Annuleren lukt nu niet.",
        "L'annulation n'est pas possible pour le moment.",
        "Stornieren geht jetzt nicht.",
        "Cancelling is not possible now.");

    /// <summary>Used instead of "recorded" when the entry may be cancelled.</summary>
    public static readonly Wording InDoubt = new(
        "We weten niet zeker of uw prestatie geannuleerd is. Uw referentie is {reference}.",
        "Nous ne savons pas avec certitude si votre prestation est annulée. Votre référence est {reference}.",
        "Wir wissen nicht sicher, ob Ihre Leistung storniert ist. Ihre Referenz ist {reference}.",
        "We do not know for certain whether your entry is cancelled. Your reference is {reference}.");
}
