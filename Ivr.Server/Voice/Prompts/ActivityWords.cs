using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the activity question.</summary>
internal static class ActivityWords
{
    private static readonly Wording Choices = new(
        "Voor huishoudelijke hulp, druk 1. Boodschappen 2. Strijken buitenshuis 3. Vervoer van personen met beperkte mobiliteit 4.",
        "Pour l'aide ménagère, tapez 1. Courses ménagères, 2. Repassage hors du domicile, 3. Transport de personnes à mobilité réduite, 4.",
        "Für Haushaltshilfe drücken Sie eins. Haushaltseinkäufe zwei. Bügeln außerhalb des Wohnsitzes drei. "
        + "Transport von Personen mit eingeschränkter Mobilität vier.",
        "For household help, press 1. Shopping, 2. Ironing outside the home, 3. Transport of people with reduced mobility, 4.");

    public static readonly QuestionWords Question = new(
        First: Choices,
        Second: Wording.Join(
            new("Wat hebt u gedaan?", "Qu'avez-vous fait ?", "Was haben Sie gemacht?", "What did you do?"),
            Choices,
            QuestionWords.OfferOfHelp),
        Third: Wording.Join(
            new(
                "Poetsen, koken en strijken bij de klant thuis zijn huishoudelijke hulp.",
                "Nettoyer, cuisiner et repasser chez le client, c'est de l'aide ménagère.",
                "Putzen, Kochen und Bügeln beim Kunden zu Hause sind Haushaltshilfe.",
                "Cleaning, cooking and ironing at the client's home are household help."),
            Choices),
        Help: new(
            "Kies het soort werk voor deze klant. Was er meer dan één soort, registreer dan eerst het ene en daarna het andere.",
            "Choisissez le type de travail pour ce client. S'il y en a plusieurs, enregistrez d'abord l'un, puis l'autre.",
            "Wählen Sie die Art der Arbeit für diesen Kunden. Wenn es mehrere waren, erfassen Sie zuerst die eine und danach die andere.",
            "Choose the kind of work for this client. If there was more than one kind, record one first and then the other."));
}
