using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the activity question.</summary>
internal static class ActivityWords
{
    private static readonly Wording Choices = new(
        "Voor huishoudelijke hulp, druk 1. Voor boodschappen, druk 2. Voor strijken buitenshuis, druk 3. "
        + "Voor vervoer van personen met beperkte mobiliteit, druk 4.",
        "Pour l'aide ménagère, tapez 1. Pour les courses ménagères, tapez 2. Pour le repassage hors du domicile, tapez 3. "
        + "Pour le transport de personnes à mobilité réduite, tapez 4.",
        "Für Haushaltshilfe drücken Sie die 1. Für Haushaltseinkäufe die 2. Für Bügeln außerhalb des Wohnsitzes die 3. "
        + "Für den Transport von Personen mit eingeschränkter Mobilität die 4.",
        "For household help, press 1. For shopping, press 2. For ironing outside the home, press 3. "
        + "For transport of people with reduced mobility, press 4.");

    public static readonly QuestionWords Question = new(
        First: Choices,
        Second: Before(
            Choices,
            "Wat hebt u gedaan?",
            "Qu'avez-vous fait ?",
            "Was haben Sie gemacht?",
            "What did you do?"),
        Third: Before(
            Choices,
            "Welk werk hebt u bij deze klant gedaan? Eén cijfer is genoeg: 1, 2, 3 of 4. Poetsen en koken horen bij 1.",
            "Quel travail avez-vous fait chez ce client ? Un seul chiffre suffit : 1, 2, 3 ou 4. Nettoyer et cuisiner, c'est le 1.",
            "Welche Arbeit haben Sie bei diesem Kunden gemacht? Eine Ziffer genügt: 1, 2, 3 oder 4. Putzen und Kochen gehören zur 1.",
            "What work did you do for this client? One digit is enough: 1, 2, 3 or 4. Cleaning and cooking go with 1."),
        Help: new(
            "Kies het soort werk dat u bij deze klant deed. Hebt u meer dan één soort werk gedaan, "
            + "registreer dan eerst het ene en daarna het andere.",
            "Choisissez le type de travail que vous avez fait chez ce client. S'il y en a plusieurs, "
            + "enregistrez d'abord l'un, puis l'autre.",
            "Wählen Sie die Art der Arbeit bei diesem Kunden. Wenn es mehrere waren, "
            + "erfassen Sie zuerst die eine und danach die andere.",
            "Choose the kind of work you did for this client. If you did more than one kind, "
            + "record one first and then the other."));

    private static Wording Before(Wording choices, string nl, string fr, string de, string en) =>
        new($"{nl} {choices.Nl}", $"{fr} {choices.Fr}", $"{de} {choices.De}", $"{en} {choices.En}");
}
