namespace Ivr.Server.Voice.Prompts;

/// <summary>What is said where the hours are asked.</summary>
internal static class HoursWords
{
    public static readonly QuestionWords Question = new(
        First: new(
            "Hoeveel uren hebt u gewerkt? Druk een cijfer van 1 tot 9.",
            "Combien d'heures avez-vous travaillé ? Tapez un chiffre de 1 à 9.",
            "Wie viele Stunden haben Sie gearbeitet? Drücken Sie eine Ziffer von 1 bis 9.",
            "How many hours did you work? Press a digit from 1 to 9."),
        Second: new(
            "Het aantal hele uren, graag: één cijfer, van 1 tot 9.",
            "Le nombre d'heures entières, s'il vous plaît : un seul chiffre, de 1 à 9.",
            "Bitte die Zahl der ganzen Stunden: eine Ziffer, von 1 bis 9.",
            "The number of whole hours, please: one digit, from 1 to 9."),
        Third: new(
            "Zeg ons met één cijfer hoeveel hele uren u werkte. Voor één uur, druk 1. Voor twee uur, druk 2. Zo verder tot 9. "
            + "Werkte u ook een deel van een uur, zeg dat aan uw onderneming.",
            "Indiquez par un seul chiffre combien d'heures entières vous avez faites. Pour une heure, tapez 1. Pour deux heures, tapez 2. "
            + "Et ainsi jusqu'à 9. S'il y a aussi une partie d'heure, dites-le à votre entreprise.",
            "Geben Sie mit einer Ziffer an, wie viele ganze Stunden es waren. Für eine Stunde drücken Sie die 1. Für zwei Stunden die 2. "
            + "Und so weiter bis 9. War es auch ein Teil einer Stunde, sagen Sie es Ihrem Unternehmen.",
            "Tell us with one digit how many whole hours you worked. For one hour, press 1. For two hours, press 2. And so on up to 9. "
            + "If there was part of an hour as well, tell your company."),
        Help: new(
            "We registreren hele uren, van 1 tot 9. Meer dan 9 uur registreert u in twee keer.",
            "Nous enregistrons des heures entières, de 1 à 9. Plus de 9 heures s'enregistrent en deux fois.",
            "Wir erfassen ganze Stunden, von 1 bis 9. Mehr als 9 Stunden erfassen Sie in zwei Malen.",
            "We record whole hours, from 1 to 9. More than 9 hours are recorded in two entries."))
    {
        Earlier = new(
            "Het aantal is {answer}. Klopt dat, druk op hekje. Of druk een ander cijfer van 1 tot 9.",
            "La durée est de {answer}. Si c'est juste, appuyez sur dièse. Ou tapez un autre chiffre de 1 à 9.",
            "Die Dauer ist {answer}. Wenn das stimmt, drücken Sie die Rautetaste. Oder drücken Sie eine andere Ziffer von 1 bis 9.",
            "The time is {answer}. If that is right, press hash. Or press another digit from 1 to 9."),
    };
}
