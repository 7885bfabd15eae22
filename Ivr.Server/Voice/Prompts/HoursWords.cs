using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the hours question.</summary>
internal static class HoursWords
{
    public static readonly QuestionWords Question = new(
        First: new(
            "Hoeveel uren, van 1 tot 9?",
            "Combien d'heures, de 1 à 9 ?",
            "Wie viele Stunden, von 1 bis 9?",
            "How many hours, from 1 to 9?"),
        Second: Wording.Join(
            new(
                "Hoeveel hele uren hebt u gewerkt? Druk op één cijfer, van 1 tot 9.",
                "Combien d'heures entières avez-vous travaillé ? Tapez un seul chiffre, de 1 à 9.",
                "Wie viele ganze Stunden haben Sie gearbeitet? Drücken Sie eine Ziffer, von eins bis neun.",
                "How many whole hours did you work? Press one digit, from 1 to 9."),
            QuestionWords.OfferOfHelp),
        Third: new(
            "Kies met één cijfer hoeveel hele uren u werkte. Een deel van een uur meldt u aan uw onderneming. "
            + "Voor één uur, druk 1. Voor twee uren, 2. En zo verder, tot 9.",
            "Indiquez par un seul chiffre le nombre d'heures entières. Une fraction d'heure, signalez-la à votre entreprise. "
            + "Pour une heure, tapez 1. Pour deux heures, 2. Et ainsi de suite, jusqu'à 9.",
            "Geben Sie mit einer Ziffer an, wie viele ganze Stunden es waren. Eine angebrochene Stunde melden Sie bitte Ihrem Unternehmen. "
            + "Für eine Stunde drücken Sie eins. Für zwei Stunden zwei. Und so weiter, bis neun.",
            "Choose with one digit how many whole hours you worked. Report part of an hour to your company. "
            + "For one hour, press 1. For two hours, 2. And so on, up to 9."),
        Help: new(
            "We registreren hele uren, van 1 tot 9. Meer dan 9 uren registreert u in twee keer.",
            "Nous enregistrons des heures entières, de 1 à 9. Pour plus de 9 heures, enregistrez en deux fois.",
            "Die Dauer beträgt 1 bis 9 ganze Stunden. Für mehr als 9 Stunden machen Sie zwei Einträge.",
            "We record whole hours, from 1 to 9. For more than 9 hours, make two entries."));
}
