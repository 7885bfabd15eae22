using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page of today's entries.</summary>
internal static class TodayWords
{
    public static readonly Wording Recorded = new("Prestaties", "Prestations", "Leistungen", "Entries");
    public static readonly Wording Hours = new("Uren", "Heures", "Stunden", "Hours");
    public static readonly Wording Workers = new("Medewerkers", "Travailleurs", "Mitarbeiter", "Workers");

    public static readonly Wording List = new(
        "Vandaag doorgegeven", "Communiqué aujourd'hui", "Heute gemeldet", "Reported today");

    public static readonly Wording PerWorker = new("Uren per medewerker", "Heures par travailleur", "Stunden je Mitarbeiter", "Hours per worker");

    public static readonly Wording Rest = new("Alle in het overzicht", "Toutes dans l'historique", "Alle im Verlauf", "All of them in the history");

    public static readonly Wording Connecting = new("Verbinden …", "Connexion …", "Verbinden …", "Connecting …");
    public static readonly Wording Live = new("Live", "En direct", "Live", "Live");

    public static readonly Wording Lost = new(
        "Verbinding verbroken, opnieuw proberen …", "Connexion perdue, nouvel essai …", "Verbindung unterbrochen, neuer Versuch …",
        "Connection lost, trying again …");

    public static readonly Wording Empty = new(
        "Vandaag is nog niets doorgegeven. Zodra een medewerker belt, verschijnt het hier vanzelf.",
        "Rien n'a encore été communiqué aujourd'hui. Dès qu'un travailleur appelle, cela apparaît ici tout seul.",
        "Heute wurde noch nichts gemeldet. Sobald jemand anruft, erscheint es hier von selbst.",
        "Nothing has been reported today. As soon as a worker calls, it appears here by itself.");
}
