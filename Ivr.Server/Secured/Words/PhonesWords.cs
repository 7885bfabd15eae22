using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page of remembered telephones.</summary>
internal static class PhonesWords
{
    public static readonly Wording List = new("Onthouden telefoons", "Téléphones retenus", "Gemerkte Telefone", "Remembered phones");
    public static readonly Wording Since = new("Onthouden sinds", "Retenu depuis", "Gemerkt seit", "Remembered since");
    public static readonly Wording LastEntry = new("Laatste prestatie", "Dernière prestation", "Letzte Leistung", "Last entry");
    public static readonly Wording Forget = new("Vergeten", "Oublier", "Vergessen", "Forget");

    public static readonly Wording Explained = new(
        "Deze medewerkers bellen vanaf een eigen gsm en toetsen alleen nog hun wachtwoord in. Is de telefoon verloren of doorgegeven, vergeet hem dan: "
        + "de medewerker toetst weer de login in. Het nummer is niet bewaard.",
        "Ces travailleurs appellent d'un GSM et ne tapent plus que leur mot de passe. Si le téléphone est perdu ou donné, oubliez-le : "
        + "le travailleur tape à nouveau son identifiant. Le numéro n'est pas conservé.",
        "Diese Mitarbeiter rufen von einem Handy an und geben nur noch ihr Passwort ein. Ist das Telefon verloren oder weitergegeben, vergessen Sie es: "
        + "Der Mitarbeiter gibt dann wieder den Login ein. Die Nummer ist nicht gespeichert.",
        "These workers call from a mobile and enter only their password. If the phone is lost or given away, forget it: "
        + "the worker then enters the login again. The number is not stored.");

    public static readonly Wording Empty = new(
        "Van geen medewerker is een telefoon onthouden.",
        "Aucun téléphone n'est retenu.",
        "Von keinem Mitarbeiter ist ein Telefon gemerkt.",
        "No worker's phone is remembered.");

    public static readonly Wording Leaflets = new("Briefje voor medewerkers", "Feuillet pour les travailleurs", "Merkblatt für Mitarbeiter", "Leaflet for workers");

    public static readonly Wording AboutLeaflets = new(
        "Zo belt een medewerker, op één blad om af te drukken.",
        "Comment un travailleur appelle, sur une feuille à imprimer.",
        "Wie ein Mitarbeiter anruft, auf einem Blatt zum Ausdrucken.",
        "How a worker calls, on one sheet to print.");

    public static readonly Wording ForgottenNow = new(
        "De telefoon is vergeten.", "Le téléphone est oublié.", "Das Telefon ist vergessen.", "The phone is forgotten.");
}
