using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page about entries that were left in an emergency.</summary>
internal static class EmergencyPageWords
{
    public static readonly Wording Explained = new(
        "Deze prestaties kwamen binnen tijdens een storing, of onder een login die geblokkeerd was. Kijk ze na: u beslist of ze meetellen.",
        "Ces prestations sont arrivées pendant une panne, ou sous un identifiant bloqué. Vérifiez-les : vous décidez si elles comptent.",
        "Diese Leistungen kamen während einer Störung herein, oder unter einem gesperrten Login. Prüfen Sie sie: Sie entscheiden, ob sie zählen.",
        "These entries came in during an outage, or under a login that was locked. Check them: you decide whether they count.");

    public static readonly Wording Empty = new(
        "Er wacht niets op uw beslissing.", "Rien n'attend votre décision.", "Nichts wartet auf Ihre Entscheidung.", "Nothing waits for your decision.");

    public static readonly Wording LeftAt = new("Doorgegeven op", "Transmise le", "Gemeldet am", "Reported at");
    public static readonly Wording ClientUnknown = new("Onbekend nummer", "Numéro inconnu", "Unbekannte Nummer", "Number not known");

    public static readonly Wording LoginUnchecked = new(
        "Wachtwoord niet gecontroleerd", "Mot de passe non vérifié", "Passwort nicht geprüft", "Password not checked");

    public static readonly Wording LoginLocked = new(
        "Login was geblokkeerd, wachtwoord niet gecontroleerd",
        "Login bloqué, mot de passe non vérifié",
        "Login war gesperrt, Passwort nicht geprüft",
        "Login was locked, password not checked");

    public static readonly Wording ClientUnchecked = new(
        "Klant niet opgezocht tijdens de oproep", "Client non vérifié pendant l'appel", "Kunde beim Anruf nicht geprüft", "Client not looked up in the call");

    public static readonly Wording AfterConfirmation = new(
        "Misschien al bevestigd", "Peut-être déjà confirmée", "Vielleicht schon bestätigt", "May have been confirmed");

    public static readonly Wording OtherOnRecord = new(
        "Staat anders geregistreerd", "Enregistrée autrement", "Anders erfasst", "On record, but different");

    public static readonly Wording RightNumber = new(
        "Het juiste klantnummer", "Le bon numéro de client", "Die richtige Kundennummer", "The right user number");

    public static readonly Wording Accept = new("Aanvaarden", "Accepter", "Annehmen", "Accept");
    public static readonly Wording Refuse = new("Weigeren", "Refuser", "Ablehnen", "Refuse");
    public static readonly Wording ConfirmRefusal = new("Weigering bevestigen", "Confirmer le refus", "Ablehnung bestätigen", "Confirm the refusal");

    public static readonly Wording AcceptedNow = new(
        "De prestatie is aanvaard en telt mee.", "La prestation est acceptée et compte.", "Die Leistung ist angenommen und zählt.", "The entry is accepted and counts.");

    public static readonly Wording RefusedNow = new(
        "De prestatie is geweigerd en telt niet mee.",
        "La prestation est refusée et ne compte pas.",
        "Die Leistung ist abgelehnt und zählt nicht.",
        "The entry is refused and does not count.");

    public static readonly Wording WhyNot = new("Waarom niet?", "Pourquoi pas ?", "Warum nicht?", "Why not?");
    public static readonly Wording Decided = new("Al beslist", "Déjà décidé", "Schon entschieden", "Decided before");

    public static readonly Wording NotAccepted = new(
        "Dit kon niet aanvaard worden: er is al over beslist, of het klantnummer is van niemand.",
        "Cela n'a pas pu être accepté : la décision est déjà prise, ou le numéro de client n'est celui de personne.",
        "Das konnte nicht angenommen werden: Es ist schon entschieden, oder die Kundennummer gehört niemandem.",
        "This could not be accepted: it is decided already, or the user number is nobody's.");

    public static readonly Wording UsedUp = new(
        "Te veel klantnummers waren van niemand. Probeer het over een uur opnieuw.",
        "Trop de numéros de client n'étaient ceux de personne. Réessayez dans une heure.",
        "Zu viele Kundennummern gehörten niemandem. Versuchen Sie es in einer Stunde noch einmal.",
        "Too many user numbers were nobody's. Try again in an hour.");

    public static readonly Wording NotRefused = new(
        "Hierover is al beslist.", "La décision est déjà prise.", "Darüber ist schon entschieden.", "This is decided already.");

    private static readonly Wording Accepted = new("Aanvaard:", "Acceptée :", "Angenommen:", "Accepted:");
    private static readonly Wording Refused = new("Geweigerd", "Refusée", "Abgelehnt", "Refused");
    private static readonly Wording ByItself = new("Vanzelf geregistreerd:", "Enregistrée d'elle-même :", "Von selbst erfasst:", "Recorded by itself:");

    /// <summary>The text for a decision. An entry without a decision was recorded by itself.</summary>
    public static Wording Outcome(string? decision) => decision switch
    {
        "accepted" => Accepted,
        "refused" => Refused,
        _ => ByItself,
    };
}
