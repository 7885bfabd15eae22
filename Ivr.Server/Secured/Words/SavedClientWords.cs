using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the pages of the clients that workers key by a short number, and of the card with them.</summary>
internal static class SavedClientWords
{
    public static readonly Wording Explained = new(
        "Voor een bewaarde klant toetst een medewerker een kort nummer en het hekje, in plaats van de 12 cijfers. "
        + "Vanaf de tweede prestatie voor een klant komt het nummer vanzelf op de lijst.",
        "Pour un client enregistré, le travailleur tape un numéro court et la touche dièse au lieu des 12 chiffres. "
        + "Dès la deuxième prestation pour un client, le numéro s'ajoute de lui-même à la liste.",
        "Für einen gespeicherten Kunden geben Mitarbeiter am Telefon eine Kurznummer und Raute ein statt der 12 Ziffern. "
        + "Ab der zweiten Leistung für einen Kunden kommt die Nummer von selbst auf die Liste.",
        "For a saved client, a worker enters a short number and hash instead of the 12 digits. "
        + "From the second entry for a client on, the number is added to the list by itself.");

    public static readonly Wording Workers = new("Medewerkers", "Travailleurs", "Mitarbeiter", "Workers");
    public static readonly Wording Login = new("Login", "Identifiant", "Login", "Login");
    public static readonly Wording SearchWorkers = new("Medewerker zoeken", "Rechercher un travailleur", "Mitarbeiter suchen", "Find a worker");
    public static readonly Wording NoWorkers = new("Geen medewerkers gevonden.", "Aucun travailleur trouvé.", "Keine Mitarbeiter gefunden.", "No workers found.");
    public static readonly Wording Number = new("Kort nummer", "Numéro court", "Kurznummer", "Short number");
    public static readonly Wording UserNumber = new("Gebruikersnummer", "Numéro d'utilisateur", "Benutzernummer", "User number");
    public static readonly Wording Name = new("Naam", "Nom", "Name", "Name");
    public static readonly Wording NameIfWanted = new("Naam, als u wilt", "Nom, facultatif", "Name, wenn Sie möchten", "Name, if you like");
    public static readonly Wording NoName = new("(geen naam)", "(sans nom)", "(kein Name)", "(no name)");
    public static readonly Wording Actions = new("Wijzigen", "Modifier", "Ändern", "Change");
    public static readonly Wording Add = new("Klant toevoegen", "Ajouter un client", "Kunden hinzufügen", "Add a client");
    public static readonly Wording AddIt = new("Toevoegen", "Ajouter", "Hinzufügen", "Add");
    public static readonly Wording Rename = new("Andere naam", "Autre nom", "Anderer Name", "Rename");
    public static readonly Wording SaveName = new("Naam bewaren", "Enregistrer le nom", "Namen speichern", "Save the name");
    public static readonly Wording Remove = new("Verwijderen", "Retirer", "Entfernen", "Remove");
    public static readonly Wording Removed = new("Verwijderd", "Retirés", "Entfernt", "Removed");
    public static readonly Wording PutBack = new("Terugzetten", "Remettre", "Wieder aufnehmen", "Put back");
    public static readonly Wording PrintCard = new("Kaartje om af te drukken", "Carte à imprimer", "Karte zum Drucken", "Card to print");
    public static readonly Wording Print = new("Afdrukken", "Imprimer", "Drucken", "Print");

    public static readonly Wording RemovedExplained = new(
        "Wie zo'n nummer toetst, hoort dat de klant niet meer op de lijst staat. Een jaar lang krijgt geen andere klant het.",
        "Qui tape un tel numéro entend que le client n'est plus sur la liste. Pendant un an, aucun autre client ne le reçoit.",
        "Wer eine solche Nummer eingibt, hört, dass der Kunde nicht mehr auf der Liste steht. Ein Jahr lang erhält sie kein anderer Kunde.",
        "Whoever enters such a number hears that the client is no longer on the list. For a year, no other client gets it.");

    public static readonly Wording Empty = new(
        "Deze medewerker heeft nog geen bewaarde klanten.",
        "Ce travailleur n'a pas encore de clients enregistrés.",
        "Hier sind noch keine Kunden gespeichert.",
        "This worker has no saved clients yet.");

    public static readonly Wording AddedNow = new("De klant staat op de lijst.", "Le client est sur la liste.", "Der Kunde steht auf der Liste.", "The client is on the list.");
    public static readonly Wording RenamedNow = new("De naam is bewaard.", "Le nom est enregistré.", "Der Name ist gespeichert.", "The name is saved.");

    public static readonly Wording RemovedNow = new(
        "De klant staat niet meer op de lijst.",
        "Le client n'est plus sur la liste.",
        "Der Kunde steht nicht mehr auf der Liste.",
        "The client is no longer on the list.");

    public static readonly Wording TwelveDigits = new(
        "Een gebruikersnummer heeft 12 cijfers.",
        "Un numéro d'utilisateur a 12 chiffres.",
        "Eine Benutzernummer hat 12 Ziffern.",
        "A user number has 12 digits.");

    public static readonly Wording NotKnown = new(
        "Geen actieve klant heeft dit gebruikersnummer.",
        "Aucun client actif n'a ce numéro d'utilisateur.",
        "Kein aktiver Kunde hat diese Benutzernummer.",
        "No active client has this user number.");

    public static readonly Wording AlreadyThere = new(
        "Deze klant staat al op de lijst.", "Ce client est déjà sur la liste.", "Dieser Kunde steht schon auf der Liste.", "This client is already on the list.");

    public static readonly Wording Full = new(
        "Alle nummers van 10 tot 99 zijn in gebruik, of waren dat in het voorbije jaar.",
        "Tous les numéros de 10 à 99 sont utilisés, ou l'ont été durant l'année écoulée.",
        "Alle Nummern von 10 bis 99 sind vergeben oder waren es im letzten Jahr.",
        "All numbers from 10 to 99 are in use, or were within the last year.");

    public static readonly Wording LongName = new(
        "Een naam heeft hoogstens 100 tekens.",
        "Un nom a 100 caractères au plus.",
        "Ein Name hat höchstens 100 Zeichen.",
        "A name has 100 characters at most.");

    public static readonly Wording Gone = new(
        "Iemand anders heeft deze klant intussen verwijderd.",
        "Quelqu'un d'autre a retiré ce client entre-temps.",
        "Jemand anders hat diesen Kunden inzwischen entfernt.",
        "Somebody else has removed this client meanwhile.");

    public static readonly Wording CardTitle = new("Mijn klanten aan de telefoon", "Mes clients au téléphone", "Meine Kunden am Telefon", "My clients on the phone");

    public static readonly Wording CardExplained = new(
        "Toets het korte nummer en dan het hekje (#), wanneer we het gebruikersnummer van uw klant vragen. "
        + "Daarna hoort u de 12 cijfers van de klant: bevestig alleen als de laatste cijfers kloppen.",
        "Tapez le numéro court, puis la touche dièse (#), quand nous demandons le numéro d'utilisateur de votre client. "
        + "Vous entendez ensuite les 12 chiffres du client : confirmez seulement si les derniers chiffres correspondent.",
        "Geben Sie die Kurznummer und dann Raute (#) ein, wenn wir nach der Benutzernummer Ihres Kunden fragen. "
        + "Danach hören Sie die 12 Ziffern des Kunden: Bestätigen Sie nur, wenn die letzten Ziffern stimmen.",
        "Enter the short number and then hash (#) when we ask for your client's user number. "
        + "After that you hear the client's 12 digits: confirm only if the last digits are right.");

    public static readonly Wording LastDigits = new("Laatste cijfers", "Derniers chiffres", "Letzte Ziffern", "Last digits");
}
