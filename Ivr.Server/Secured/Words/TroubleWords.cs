using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the pages for what went wrong.</summary>
internal static class TroubleWords
{
    public static readonly Wording Home = new("Naar de startpagina", "Vers la page d'accueil", "Zur Startseite", "Go to the start page");

    public static readonly Wording NotThereTitle = new("Pagina niet gevonden", "Page introuvable", "Seite nicht gefunden", "Page not found");

    public static readonly Wording NotThere = new(
        "Deze pagina bestaat niet, of is niet voor u bestemd.",
        "Cette page n'existe pas, ou ne vous est pas destinée.",
        "Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.",
        "This page does not exist, or it is not meant for you.");

    public static readonly Wording ForbiddenTitle = new("Geen toegang", "Accès refusé", "Kein Zugriff", "No access");

    public static readonly Wording Forbidden = new(
        "U mag deze pagina niet openen. Meld u aan met een andere gebruikersnaam, of vraag toegang aan de beheerder van de telefoonlijn.",
        "Vous ne pouvez pas ouvrir cette page. Connectez-vous avec un autre nom d'utilisateur, ou demandez l'accès à l'exploitant de la ligne téléphonique.",
        "Sie dürfen diese Seite nicht öffnen. Melden Sie sich mit einem anderen Benutzernamen an, oder fragen Sie den Betreiber der Telefonleitung.",
        "You may not open this page. Sign in with another user name, or ask the operator of the phone line.");

    public static readonly Wording TooOldTitle = new("Deze pagina was te oud", "Cette page était trop ancienne", "Diese Seite war zu alt", "This page was too old");

    public static readonly Wording TooOld = new(
        "Er is niets bewaard. Ga terug, laad de pagina opnieuw en probeer het nog eens.",
        "Rien n'a été enregistré. Revenez en arrière, rechargez la page et réessayez.",
        "Es wurde nichts gespeichert. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.",
        "Nothing was saved. Go back, load the page again, and try once more.");

    public static readonly Wording AwayTitle = new("Even geduld", "Un instant", "Einen Moment", "One moment");

    public static readonly Wording Away = new(
        "De databank antwoordt niet. Deze pagina komt vanzelf terug. Medewerkers kunnen intussen gewoon bellen.",
        "La base de données ne répond pas. Cette page reviendra d'elle-même. Les travailleurs peuvent continuer à appeler.",
        "Die Datenbank antwortet nicht. Diese Seite kommt von selbst zurück. Mitarbeiter können inzwischen weiter anrufen.",
        "The database does not answer. This page will come back by itself. Workers can go on calling.");

    public static readonly Wording FailedTitle = new("Dat lukte niet", "Cela n'a pas fonctionné", "Das hat nicht geklappt", "That did not work");

    public static readonly Wording Failed = new(
        "Deze pagina kan nu niet getoond worden. Probeer het over een minuut opnieuw.",
        "Cette page ne peut pas s'afficher pour l'instant. Réessayez dans une minute.",
        "Diese Seite kann gerade nicht angezeigt werden. Versuchen Sie es in einer Minute noch einmal.",
        "This page cannot be shown right now. Try again in a minute.");
}
