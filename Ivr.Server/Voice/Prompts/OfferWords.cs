using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the main menu when it offers a client.</summary>
internal static class OfferWords
{
    private static readonly Wording Press = new("Druk 1 en het hekje.", "Tapez 1 puis dièse.", "Drücken Sie 1 und Raute.", "Press 1 and hash.");

    private static readonly Wording OrAnother = new(
        "Een andere klant: 12 cijfers.", "Un autre client : 12 chiffres.", "Ein anderer Kunde: 12 Ziffern.", "Another client: 12 digits.");

    // The help is the last of a list of keys, so it needs no verb.
    private static readonly Wording IfNotOrHelp = new(
        "Zo niet, de 12 cijfers van de klant. Voor hulp, 0 en het hekje.",
        "Sinon, les 12 chiffres du client. Pour de l'aide, 0 puis dièse.",
        "Wenn nicht, die 12 Ziffern des Kunden. Für Hilfe 0 und Raute.",
        "If not, the client's 12 digits. For help, 0 and hash.");

    private static readonly Wording IfNot = new(
        "Zo niet, toets dan de 12 cijfers van de klant in, en dan het hekje.",
        "Sinon, entrez les 12 chiffres du client, puis la touche dièse.",
        "Wenn nicht, geben Sie die 12 Ziffern des Kunden ein, dann Raute.",
        "If not, enter the client's 12 digits, then hash.");

    // Shorter than the help at the plain question, because the offer is long.
    private static readonly Wording Help = new(
        "Een andere klant: 12 cijfers of een kort nummer. Uw prestaties van vandaag: 9 en het hekje. Oefenen: 8.",
        "Un autre client : 12 chiffres ou un numéro court. Vos prestations d'aujourd'hui : 9 puis dièse. Exercice : 8.",
        "Ein anderer Kunde: 12 Ziffern oder eine Kurznummer. Ihre Leistungen von heute: 9 und Raute. Üben: 8.",
        "Another client: 12 digits or a short number. Your entries of today: 9 and hash. Practice: 8.");

    private static readonly QuestionWords SameClient = new(
        First: Wording.Join(
            UserNumberWords.Question.First,
            new(
                "Voor dezelfde klant, druk 1 en het hekje.",
                "Pour le même client, tapez 1 puis dièse.",
                "Für denselben Kunden drücken Sie 1 und Raute.",
                "For the same client, press 1 and hash.")),
        Second: Wording.Join(
            new(
                "Was het weer de klant met eindcijfers {digits}?",
                "Était-ce encore le client dont le numéro finit par {digits} ?",
                "War es wieder der Kunde mit Endziffern {digits}?",
                "Was it the client ending in {digits} again?"),
            Press,
            IfNotOrHelp),
        Third: Wording.Join(
            new(
                "U kunt nog een prestatie registreren voor de klant met eindcijfers {digits}. Wilt u dat, druk dan 1 en het hekje.",
                "Vous pouvez enregistrer une autre prestation pour le client dont le numéro finit par {digits}. Si vous le voulez, tapez 1 puis dièse.",
                "Sie können noch eine Leistung für den Kunden mit Endziffern {digits} erfassen. Wenn Sie das möchten, drücken Sie 1 und Raute.",
                "You can record another entry for the client ending in {digits}. If you want that, press 1 and hash."),
            IfNot),
        Help);

    private static readonly QuestionWords Telephone = new(
        First: Wording.Join(
            new(
                "Bent u bij de klant met eindcijfers {digits}?",
                "Êtes-vous chez le client dont le numéro finit par {digits} ?",
                "Sind Sie bei dem Kunden mit Endziffern {digits}?",
                "Are you with the client ending in {digits}?"),
            Press,
            OrAnother),
        Second: Wording.Join(
            new(
                "Werkte u voor de klant met eindcijfers {digits}?",
                "Avez-vous travaillé pour le client dont le numéro finit par {digits} ?",
                "Haben Sie für den Kunden mit Endziffern {digits} gearbeitet?",
                "Did you work for the client ending in {digits}?"),
            Press,
            IfNotOrHelp),
        Third: Wording.Join(
            new(
                "U belt met de telefoon van de klant met eindcijfers {digits}. Werkte u voor deze klant, druk dan 1 en het hekje.",
                "Vous appelez du téléphone du client dont le numéro finit par {digits}. Si vous avez travaillé pour ce client, tapez 1 puis dièse.",
                "Sie rufen vom Telefon des Kunden mit Endziffern {digits} an. Wenn Sie für diesen Kunden gearbeitet haben, drücken Sie 1 und Raute.",
                "You are calling from the phone of the client ending in {digits}. If you worked for this client, press 1 and hash."),
            IfNot),
        Help);

    private static readonly QuestionWords TelephoneAsLastTime = new(
        First: Wording.Join(
            new(
                "Bent u bij klant {digits}: {activity}, {hours}?",
                "Êtes-vous chez le client {digits} : {activity}, {hours} ?",
                "Sind Sie bei Kunde {digits}: {activity}, {hours}?",
                "Are you with client {digits}: {activity}, {hours}?"),
            Press,
            OrAnother),
        Second: Wording.Join(
            new(
                "Werkte u voor klant {digits}: {activity}, {hours}?",
                "Avez-vous travaillé pour le client {digits} : {activity}, {hours} ?",
                "Haben Sie für Kunde {digits} gearbeitet: {activity}, {hours}?",
                "Did you work for client {digits}: {activity}, {hours}?"),
            Press,
            IfNotOrHelp),
        Third: Wording.Join(
            new(
                "U belt met de telefoon van klant {digits}. Was het weer {activity}, {hours}, druk dan 1 en het hekje.",
                "Vous appelez du téléphone du client {digits}. Si c'est encore {activity}, {hours}, tapez 1 puis dièse.",
                "Sie rufen vom Telefon des Kunden {digits} an. War es wieder {activity}, {hours}, drücken Sie 1 und Raute.",
                "You are calling from the phone of client {digits}. If it was {activity}, {hours} again, press 1 and hash."),
            IfNot),
        Help);

    // The shortest, because who hears it knows that 12 digits are another client.
    private static readonly QuestionWords LastTime = new(
        First: Wording.Join(
            new(
                "Zoals vorige keer: klant {digits}, {activity}, {hours}?",
                "Comme la dernière fois : client {digits}, {activity}, {hours} ?",
                "Wie letztes Mal: Kunde {digits}, {activity}, {hours}?",
                "As last time: client {digits}, {activity}, {hours}?"),
            Press),
        Second: Wording.Join(
            new(
                "Was het weer klant {digits}, {activity}, {hours}?",
                "Était-ce encore le client {digits}, {activity}, {hours} ?",
                "War es wieder Kunde {digits}, {activity}, {hours}?",
                "Was it client {digits}, {activity}, {hours} again?"),
            Press,
            IfNotOrHelp),
        Third: Wording.Join(
            new(
                "De laatste twee keer op deze dag was het klant {digits}, {activity}, {hours}. Is het weer zo, druk dan 1 en het hekje.",
                "Les deux dernières fois ce jour-là, c'était le client {digits}, {activity}, {hours}. Si c'est encore ainsi, tapez 1 puis dièse.",
                "Die letzten beiden Male an diesem Tag war es Kunde {digits}, {activity}, {hours}. Wenn es wieder so ist, drücken Sie 1 und Raute.",
                "The last two times on this day it was client {digits}, {activity}, {hours}. If it is the same again, press 1 and hash."),
            IfNot),
        Help);

    /// <summary>Returns the prompts that offer this client.</summary>
    public static QuestionWords For(Offer offer)
    {
        var words = offer switch
        {
            { Reason: OfferReason.SameClient } => SameClient,
            { Reason: OfferReason.LastTime } => LastTime,
            { Activity: null } => Telephone,
            _ => TelephoneAsLastTime,
        };
        return new(FillIn(words.First, offer), FillIn(words.Second, offer), FillIn(words.Third, offer), words.Help);
    }

    private static Wording FillIn(Wording words, Offer offer)
    {
        words = words.With("digits", SpokenValues.LastDigits(offer.UserNumber));
        return offer is { Activity: { } activity, Hours: { } hours }
            ? words.With("activity", SpokenValues.ChosenActivity(activity).In).With("hours", SpokenValues.Hours(hours).In)
            : words;
    }
}
