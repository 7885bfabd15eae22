namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the hours question.</summary>
internal static class HoursWords
{
    public static readonly QuestionWords Question = new(
        First: new(
            "Hoeveel uren hebt u gewerkt? Druk op een cijfer van 1 tot 9.",
            "Combien d'heures avez-vous travaillé ? Tapez un chiffre de 1 à 9.",
            "Wie viele Stunden haben Sie gearbeitet? Drücken Sie eine Ziffer von 1 bis 9.",
            "How many hours did you work? Press a digit from 1 to 9."),
        Second: new(
            "Graag het aantal hele uren: één cijfer, van 1 tot 9.",
            "Le nombre d'heures entières, s'il vous plaît : un seul chiffre, de 1 à 9.",
            "Bitte die Zahl der ganzen Stunden: eine Ziffer, von 1 bis 9.",
            "The number of whole hours, please: one digit, from 1 to 9."),
        Third: new(
            "Kies met één cijfer hoeveel hele uren u werkte. Was er ook een deel van een uur, meld dat dan aan uw onderneming. "
            + "Voor één uur, druk 1. Voor twee uur, druk 2. En zo verder, tot 9.",
            "Indiquez par un seul chiffre le nombre d'heures entières. S'il y a aussi une partie d'heure, signalez-la à votre entreprise. "
            + "Pour une heure, tapez 1. Pour deux heures, tapez 2. Et ainsi de suite, jusqu'à 9.",
            "Geben Sie mit einer Ziffer an, wie viele ganze Stunden es waren. Einen Teil einer Stunde melden Sie bitte Ihrem Unternehmen. "
            + "Für eine Stunde drücken Sie die 1. Für zwei Stunden die 2. Und so weiter, bis 9.",
            "Choose with one digit how many whole hours you worked. If there was part of an hour as well, report it to your company. "
            + "For one hour, press 1. For two hours, press 2. And so on, up to 9."),
        Help: new(
            "We registreren hele uren, van 1 tot 9. Meer dan 9 uur registreert u in twee keer.",
            "Nous enregistrons des heures entières, de 1 à 9. Pour plus de 9 heures, enregistrez en deux fois.",
            "Wir erfassen ganze Stunden, von 1 bis 9. Mehr als 9 Stunden erfassen Sie in zwei Teilen.",
            "We record whole hours, from 1 to 9. Record more than 9 hours in two parts."));
}
