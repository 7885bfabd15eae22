using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page that links all others.</summary>
internal static class HomeWords
{
    public static readonly Wording Title = new("Waarheen?", "Où aller ?", "Wohin?", "Where to go");

    public static readonly Wording Phone = new("Telefoon", "Téléphone", "Telefon", "Phone");

    public static readonly Wording AboutPhone = new(
        "Bel de lijn in de browser, als een medewerker.",
        "Appelez la ligne dans le navigateur, comme un travailleur.",
        "Rufen Sie die Leitung im Browser an, wie ein Mitarbeiter.",
        "Call the line in the browser, as a worker does.");

    public static readonly Wording Company = new("Onderneming", "Entreprise", "Unternehmen", "Company");

    public static readonly Wording AboutCompany = new(
        "Wat de medewerkers van een erkende onderneming doorgeven, op het moment zelf.",
        "Ce que les travailleurs d'une entreprise agréée communiquent, en temps réel.",
        "Was die Mitarbeiter eines zugelassenen Unternehmens melden, im selben Augenblick.",
        "What the workers of an approved company report, at the moment they do.");

    public static readonly Wording Operator = new("Beheer", "Exploitation", "Betrieb", "Operator");

    public static readonly Wording AboutOperator = new(
        "Hoe het met de telefoonlijnen en de servers gaat.",
        "L'état des lignes téléphoniques et des serveurs.",
        "Wie es den Telefonleitungen und den Servern geht.",
        "The state of the phone lines and the servers.");
}
