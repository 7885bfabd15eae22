using Ivr.Server.CallTrace;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the operator's page.</summary>
internal static class OperatorWords
{
    public static readonly Wording Title = new("De lijn nu", "La ligne en direct", "Die Leitung jetzt", "The line now");
    public static readonly Wording Period = new("Periode", "Période", "Zeitraum", "Period");
    public static readonly Wording Hour = new("Laatste uur", "Dernière heure", "Letzte Stunde", "Last hour");
    public static readonly Wording Day = new("Laatste 24 uur", "Dernières 24 heures", "Letzte 24 Stunden", "Last 24 hours");
    public static readonly Wording AsOf = new("Stand van", "État à", "Stand", "As of");

    public static readonly Wording Stale = new(
        "Geen verbinding met de server. De cijfers hieronder zijn oud; de pagina probeert het vanzelf opnieuw.",
        "Pas de liaison avec le serveur. Les chiffres ci-dessous sont anciens ; la page réessaie toute seule.",
        "Keine Verbindung zum Server. Die Zahlen unten sind alt; die Seite versucht es von selbst wieder.",
        "No connection to the server. The figures below are old; the page tries again by itself.");

    public static readonly Wording CallsNow = new("Oproepen nu", "Appels en cours", "Anrufe jetzt", "Calls now");
    public static readonly Wording CallsInAll = new("Oproepen", "Appels", "Anrufe", "Calls");
    public static readonly Wording RecordedRate = new("Met prestatie", "Avec prestation", "Mit Leistung", "With an entry");
    public static readonly Wording ErrorRate = new("Fout of nood", "Erreur ou secours", "Fehler oder Notfall", "Error or emergency");
    public static readonly Wording LockRate = new("Geblokkeerd", "Bloqués", "Gesperrt", "Locked out");
    public static readonly Wording PasswordsWaiting = new("Wachtwoorden in rij", "Mots de passe en file", "Passwörter in Reihe", "Passwords queued");

    public static readonly Wording ByLine = new(
        "Oproepen per minuut, per lijn", "Appels par minute, par ligne", "Anrufe pro Minute, nach Leitung", "Calls a minute, by line");

    public static readonly Wording ByLanguage = new(
        "Oproepen per minuut, per taal", "Appels par minute, par langue", "Anrufe pro Minute, nach Sprache", "Calls a minute, by language");

    public static readonly Wording Funnel = new("Hoe ver bellers komen", "Jusqu'où vont les appels", "Wie weit Anrufe kommen", "How far calls come");
    public static readonly Wording Again = new("Vragen die herhaald zijn", "Questions répétées", "Wiederholte Fragen", "Questions put again");
    public static readonly Wording Duration = new("Seconden aan de lijn", "Secondes en ligne", "Sekunden in der Leitung", "Seconds on the line");
    public static readonly Wording Outcomes = new("Hoe oproepen eindigen", "Comment finissent les appels", "Wie Anrufe enden", "How calls end");
    public static readonly Wording Incidents = new("Storingen", "Incidents", "Störungen", "Incidents");
    public static readonly Wording Nodes = new("Servers", "Serveurs", "Server", "Servers");
    public static readonly Wording AsTable = new("Cijfers als tabel", "Chiffres en tableau", "Zahlen als Tabelle", "Figures as a table");

    public static readonly Wording Step = new("Stap", "Étape", "Schritt", "Step");
    public static readonly Wording Calls = new("Oproepen", "Appels", "Anrufe", "Calls");
    public static readonly Wording Share = new("Aandeel", "Part", "Anteil", "Share");
    public static readonly Wording Times = new("Keer", "Fois", "Mal", "Times");
    public static readonly Wording PerHundred = new("Per 100 vragen", "Par 100 questions", "Je 100 Fragen", "Per 100 asked");
    public static readonly Wording Outcome = new("Afloop", "Issue", "Ausgang", "Outcome");
    public static readonly Wording From = new("Van", "De", "Von", "From");
    public static readonly Wording To = new("Tot", "À", "Bis", "To");
    public static readonly Wording Time = new("Tijd", "Heure", "Zeit", "Time");
    public static readonly Wording Seconds = new("Seconden", "Secondes", "Sekunden", "Seconds");
    public static readonly Wording Half = new("De helft korter dan", "La moitié en moins de", "Die Hälfte kürzer als", "Half are under");
    public static readonly Wording NineInTen = new("9 op 10 korter dan", "9 sur 10 en moins de", "9 von 10 kürzer als", "9 in 10 are under");
    public static readonly Wording NearlyAll = new("99 op 100 korter dan", "99 sur 100 en moins de", "99 von 100 kürzer als", "99 in 100 are under");
    public static readonly Wording Lines = new("Lijnen", "Lignes", "Leitungen", "Lines");
    public static readonly Wording Hit = new("Oproepen geraakt", "Appels touchés", "Betroffene Anrufe", "Calls hit");
    public static readonly Wording GoesOn = new("duurt voort", "en cours", "dauert an", "goes on");
    public static readonly Wording None = new("Geen.", "Aucun.", "Keine.", "None.");
    public static readonly Wording Name = new("Naam", "Nom", "Name", "Name");
    public static readonly Wording State = new("Toestand", "État", "Zustand", "State");
    public static readonly Wording Well = new("in orde", "en ordre", "in Ordnung", "well");
    public static readonly Wording Silent = new("niets gehoord", "muet", "stumm", "silent");
    public static readonly Wording Stopped = new("gestopt", "arrêté", "angehalten", "stopped");
    public static readonly Wording WithoutDatabase = new("zonder databank", "sans base de données", "ohne Datenbank", "without database");
    public static readonly Wording Seen = new("Gezien", "Vu", "Gesehen", "Seen");
    public static readonly Wording Write = new("Schrijven in databank", "Écriture en base", "Schreiben in die Datenbank", "Write to database");
    public static readonly Wording Queue = new("Wachtwoorden in rij", "Mots de passe en file", "Passwörter in Reihe", "Passwords queued");
    public static readonly Wording Hash = new("Eén wachtwoord", "Un mot de passe", "Ein Passwort", "One password");
    public static readonly Wording Refused = new("\"Een ogenblik\"", "« Un instant »", "\u201eEinen Moment\u201c", "\"One moment\"");
    public static readonly Wording Trace = new("Nog te schrijven, verloren", "À écrire, perdus", "Noch zu schreiben, verloren", "To be written, lost");

    private static readonly Dictionary<string, Wording> Steps = new(StringComparer.Ordinal)
    {
        [nameof(CallState.Login)] = new("Login", "Identifiant", "Login", "Login"),
        [nameof(CallState.Password)] = new("Wachtwoord", "Mot de passe", "Passwort", "Password"),
        [nameof(CallState.UserNumber)] = new("Gebruikersnummer", "Numéro d'utilisateur", "Nutzernummer", "User number"),
        [nameof(CallState.OwnEntries)] = new("Eigen prestaties", "Propres prestations", "Eigene Leistungen", "Own entries"),
        [nameof(CallState.Activity)] = new("Activiteit", "Activité", "Aktivität", "Activity"),
        [nameof(CallState.Hours)] = new("Uren", "Heures", "Stunden", "Hours"),
        [nameof(CallState.Summary)] = new("Samenvatting", "Résumé", "Zusammenfassung", "Summary"),
        [nameof(CallState.MainMenu)] = new("Verbeteren", "Correction", "Ändern", "Corrections"),
        [nameof(CallState.Recorded)] = new("Geregistreerd", "Enregistré", "Erfasst", "Recorded"),
        [nameof(CallState.Undo)] = new("Annuleren", "Annulation", "Stornieren", "Undo"),
        [nameof(CallState.Undone)] = new("Geannuleerd", "Annulé", "Storniert", "Undone"),
        [nameof(CallState.LeftInJournal)] = new("Bewaard in nood", "Gardé en secours", "Im Notfall notiert", "Kept in an emergency"),
        [nameof(CallState.Practised)] = new("Geoefend", "Exercice terminé", "Geübt", "Practised"),
    };

    private static readonly Dictionary<string, Wording> Endings = new(StringComparer.Ordinal)
    {
        [CallOutcome.InProgress] = new("Nog bezig", "En cours", "Läuft noch", "In progress"),
        [CallOutcome.Recorded] = new("Geregistreerd", "Enregistré", "Erfasst", "Recorded"),
        [CallOutcome.Left] = new("Bewaard in nood", "Gardé en secours", "Im Notfall notiert", "Kept in an emergency"),
        [CallOutcome.Practice] = new("Oefening", "Exercice", "Übung", "Practice"),
        [CallOutcome.GivenUp] = new("Opgehangen", "Raccroché", "Aufgelegt", "Hung up"),
        [CallOutcome.LoginFailed] = new("Login of wachtwoord fout", "Identifiant ou mot de passe faux", "Login oder Passwort falsch", "Wrong login or password"),
        [CallOutcome.Locked] = new("Login geblokkeerd", "Identifiant bloqué", "Login gesperrt", "Login locked"),
        [CallOutcome.Inactive] = new("Werknemer niet actief", "Travailleur inactif", "Mitarbeiter nicht aktiv", "Worker not active"),
        [CallOutcome.Busy] = new("Geen plaats", "Pas de place", "Kein Platz", "No room"),
        [CallOutcome.UnknownNumber] = new("Nummer onbekend", "Numéro inconnu", "Nummer unbekannt", "Unknown number"),
        [CallOutcome.TooManyTries] = new("Te veel pogingen", "Trop d'essais", "Zu viele Versuche", "Too many tries"),
        [CallOutcome.TimeUp] = new("Te lang", "Trop long", "Zu lang", "Took too long"),
        [CallOutcome.HelpDesk] = new("Naar de helpdesk", "Vers l'assistance", "Zum Helpdesk", "To the help desk"),
        [CallOutcome.WrongNumber] = new("Nummer op geen lijn", "Numéro sans ligne", "Nummer ohne Leitung", "Number on no line"),
        [CallOutcome.Failed] = new("Technisch probleem", "Problème technique", "Technisches Problem", "Technical problem"),
    };

    private static readonly Dictionary<string, Wording> LineNames = new(StringComparer.Ordinal)
    {
        ["flanders-brussels"] = new("Vlaanderen/Brussel", "Flandre/Bruxelles", "Flandern/Brüssel", "Flanders/Brussels"),
        ["wallonia"] = new("Wallonië", "Wallonie", "Wallonien", "Wallonia"),
    };

    /// <summary>All steps, in the order of a call.</summary>
    public static IEnumerable<string> AllSteps => Steps.Keys;

    /// <summary>All outcomes, the best first.</summary>
    public static IEnumerable<string> AllOutcomes => Endings.Keys;

    public static IEnumerable<string> AllLines => LineNames.Keys;

    public static Wording OfStep(string step) => Steps[step];

    public static Wording OfOutcome(string outcome) => Endings[outcome];

    public static Wording OfLine(string line) => LineNames[line];
}
