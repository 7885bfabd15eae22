using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the sign-in page.</summary>
internal static class SignInWords
{
    public static readonly Wording Title = new("Aanmelden", "Se connecter", "Anmelden", "Sign in");

    public static readonly Wording About = new(
        "Voor erkende ondernemingen: de uren die uw medewerkers telefonisch doorgeven, op het moment zelf.",
        "Pour les entreprises agréées : les heures que vos travailleurs communiquent par téléphone, en temps réel.",
        "Für zugelassene Unternehmen: die Stunden, die Ihre Mitarbeiter telefonisch melden, im selben Augenblick.",
        "For approved companies: the hours that your workers report by phone, at the moment they do.");

    public static readonly Wording AboutOperator = new(
        "Voor de beheerders van de telefoonlijn.",
        "Pour les exploitants de la ligne téléphonique.",
        "Für die Betreiber der Telefonleitung.",
        "For the operators of the phone line.");

    public static readonly Wording Ended = new(
        "Uw sessie is afgelopen. Meld u opnieuw aan; wat u getypt had, is bewaard.",
        "Votre session est terminée. Reconnectez-vous ; ce que vous aviez tapé est conservé.",
        "Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an; was Sie getippt hatten, ist noch da.",
        "Your session ended. Sign in again; what you had typed is kept.");

    public static readonly Wording Ask = new(
        "Geen gebruikersnaam, of het wachtwoord vergeten? Vraag het aan de beheerder van de telefoonlijn.",
        "Pas de nom d'utilisateur, ou mot de passe oublié ? Adressez-vous à l'exploitant de la ligne téléphonique.",
        "Kein Benutzername, oder das Passwort vergessen? Fragen Sie den Betreiber der Telefonleitung.",
        "No user name, or forgotten the password? Ask the operator of the phone line.");

    public static readonly Wording AskOperator = new(
        "Geen gebruikersnaam, of het wachtwoord vergeten? Wie toegang tot de server heeft, maakt een nieuwe met het commando operator-user.",
        "Pas de nom d'utilisateur, ou mot de passe oublié ? Qui a accès au serveur en crée un avec la commande operator-user.",
        "Kein Benutzername, oder das Passwort vergessen? Wer Zugang zum Server hat, legt einen mit dem Befehl operator-user an.",
        "No user name, or forgotten the password? Whoever has access to the server makes one with the command operator-user.");

    public static readonly Wording ShowPassword = new("Wachtwoord tonen", "Afficher le mot de passe", "Passwort anzeigen", "Show the password");

    public static readonly Wording Login = new("Gebruikersnaam", "Nom d'utilisateur", "Benutzername", "User name");
    public static readonly Wording Password = new("Wachtwoord", "Mot de passe", "Passwort", "Password");

    public static readonly Wording Refused = new(
        "Gebruikersnaam of wachtwoord klopt niet.",
        "Le nom d'utilisateur ou le mot de passe n'est pas correct.",
        "Benutzername oder Passwort stimmt nicht.",
        "The user name or the password is not right.");

    public static readonly Wording Locked = new(
        "Er ging te vaak iets mis met deze gebruikersnaam. Probeer het over {minutes} opnieuw.",
        "Trop d'essais ont échoué avec ce nom d'utilisateur. Réessayez dans {minutes}.",
        "Mit diesem Benutzernamen ging es zu oft schief. Versuchen Sie es in {minutes} noch einmal.",
        "Too many tries with this user name went wrong. Try again in {minutes}.");

    public static readonly Wording Busy = new(
        "Er melden zich nu te veel mensen tegelijk aan. Probeer het over een minuut opnieuw.",
        "Trop de personnes se connectent en même temps. Réessayez dans une minute.",
        "Zurzeit melden sich zu viele Personen gleichzeitig an. Versuchen Sie es in einer Minute noch einmal.",
        "Too many people are signing in at the same time. Try again in a minute.");
}
