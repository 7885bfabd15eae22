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

    public static readonly Wording Phones = new("Telefoons", "Téléphones", "Telefone", "Phones");
    public static readonly Wording SavedClients = new("Bewaarde klanten", "Clients enregistrés", "Gespeicherte Kunden", "Saved clients");

    public static readonly Wording NoScript = new(
        "Zonder JavaScript komt hier niets vanzelf bij: laad de pagina opnieuw om nieuwe prestaties te zien.",
        "Sans JavaScript, rien ne s'ajoute ici de lui-même : rechargez la page pour voir les nouvelles prestations.",
        "Ohne JavaScript kommt hier nichts von selbst hinzu: Laden Sie die Seite neu, um neue Leistungen zu sehen.",
        "Without JavaScript, nothing is added here by itself: load the page again to see new entries.");
}
