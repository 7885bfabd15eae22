using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of all pages.</summary>
internal static class CommonWords
{
    public static readonly Wording Product = new("Urenlijn", "Ligne des heures", "Stundentelefon", "Hours line");
    public static readonly Wording SkipToContent = new("Naar de inhoud", "Aller au contenu", "Zum Inhalt", "Skip to content");
    public static readonly Wording ChooseLanguage = new("Taal kiezen", "Choisir la langue", "Sprache wählen", "Choose a language");
    public static readonly Wording LanguageName = new("Nederlands", "Français", "Deutsch", "English");
    public static readonly Wording SignOut = new("Afmelden", "Se déconnecter", "Abmelden", "Sign out");
    public static readonly Wording Pages = new("Pagina's", "Pages", "Seiten", "Pages");
    public static readonly Wording Today = new("Vandaag", "Aujourd'hui", "Heute", "Today");

    public static readonly Wording History = new("Overzicht", "Historique", "Verlauf", "History");
    public static readonly Wording ToDecide = new("Te beslissen", "À décider", "Zu entscheiden", "To decide");
    public static readonly Wording Attempts = new("Oproepen zonder prestatie", "Appels sans prestation", "Anrufe ohne Leistung", "Calls without an entry");

    public static readonly Wording NotThere = new(
        "Deze pagina bestaat niet, of niet voor u.",
        "Cette page n'existe pas, ou pas pour vous.",
        "Diese Seite gibt es nicht, oder nicht für Sie.",
        "There is no such page, or not for you.");

    public static readonly Wording TooOld = new(
        "Deze pagina was te oud. Ga terug, laad ze opnieuw en probeer het nog eens.",
        "Cette page était trop ancienne. Revenez en arrière, rechargez-la et réessayez.",
        "Diese Seite war zu alt. Gehen Sie zurück, laden Sie sie neu und versuchen Sie es noch einmal.",
        "This page was too old. Go back, load it again, and try once more.");

    public static readonly Wording Away = new(
        "De databank antwoordt nu niet. Probeer het over een minuut opnieuw. Wie belt, wordt intussen gewoon geholpen.",
        "La base de données ne répond pas pour l'instant. Réessayez dans une minute. Les appels, eux, continuent.",
        "Die Datenbank antwortet gerade nicht. Versuchen Sie es in einer Minute noch einmal. Anrufe gehen inzwischen weiter.",
        "The database does not answer right now. Try again in a minute. Calls go on meanwhile.");

    public static readonly Wording Trouble = new(
        "Deze pagina kan nu niet getoond worden. Probeer het over een minuut opnieuw.",
        "Cette page ne peut pas s'afficher pour l'instant. Réessayez dans une minute.",
        "Diese Seite kann gerade nicht angezeigt werden. Versuchen Sie es in einer Minute noch einmal.",
        "This page cannot be shown right now. Try again in a minute.");
}
