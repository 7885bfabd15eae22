using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the main menu, which asks for the client's user number.</summary>
internal static class UserNumberWords
{
    /// <summary>Begins the help.</summary>
    public static readonly Wording TwelveDigits = new(
        "Elke klant heeft een gebruikersnummer van 12 cijfers.",
        "Chaque client a un numéro d'utilisateur de 12 chiffres.",
        "Jeder Kunde hat eine Benutzernummer mit 12 Ziffern.",
        "Each client has a user number of 12 digits.");

    /// <summary>Ends the help.</summary>
    public static readonly Wording WhoKnows = new(
        "Uw klant of uw onderneming kan het u geven.",
        "Votre client ou votre entreprise peut vous le donner.",
        "Ihr Kunde oder Ihr Unternehmen kann sie Ihnen geben.",
        "Your client or your company can give it to you.");

    public static readonly QuestionWords Question = new(
        First: new(
            "Nu het gebruikersnummer van uw klant.",
            "Maintenant, le numéro d'utilisateur de votre client.",
            "Jetzt die Benutzernummer Ihres Kunden.",
            "Now your client's user number."),
        Second: Wording.Join(
            new(
                "Wat is het gebruikersnummer van de klant? Toets de 12 cijfers één voor één in, en dan het hekje.",
                "Quel est le numéro d'utilisateur du client ? Tapez les 12 chiffres un par un, puis la touche dièse.",
                "Wie lautet die Benutzernummer des Kunden? Geben Sie die 12 Ziffern nacheinander ein, dann Raute.",
                "What is the client's user number? Enter the 12 digits one by one, then hash."),
            LoginWords.HelpWithHash),
        Third: new(
            "We vragen het nummer van de klant voor wie u werkte, niet uw eigen login. "
            + "Uw klant of uw onderneming kan het u zeggen. Toets nu de 12 cijfers in, en dan het hekje.",
            "Nous demandons le numéro du client pour qui vous avez travaillé, pas votre propre login. "
            + "Votre client ou votre entreprise peut vous le dire. Tapez maintenant les 12 chiffres, puis la touche dièse.",
            "Wir brauchen die Nummer des Kunden, für den Sie gearbeitet haben, nicht Ihren Login. "
            + "Ihr Kunde oder Ihr Unternehmen kann sie Ihnen sagen. Geben Sie jetzt die 12 Ziffern ein, dann Raute.",
            "We need the number of the client you worked for, not your own login. "
            + "Your client or your company can tell you the number. Now enter the 12 digits, then hash."),
        Help: Wording.Join(
            TwelveDigits,
            new(
                "Het is ook de mededeling waarmee de klant cheques betaalt.",
                "C'est aussi la communication avec laquelle il paie ses titres.",
                "Sie ist auch die Mitteilung, mit der er seine Schecks bezahlt.",
                "It is also the payment reference with which the client pays for vouchers."),
            WhoKnows));

    /// <summary>In the help: the short keys that every worker has.</summary>
    public static readonly Wording ShortKeys = new(
        "Een kort nummer mag ook. Uw prestaties van vandaag: 9 en het hekje. Oefenen: 8.",
        "Un numéro court suffit aussi. Vos prestations d'aujourd'hui : 9 puis dièse. Exercice : 8.",
        "Eine Kurznummer genügt auch. Ihre Leistungen von heute: 9 und Raute. Üben: 8.",
        "A short number is enough too. Your entries of today: 9 and hash. Practice: 8.");

    /// <summary>The question where the short keys work.</summary>
    public static readonly QuestionWords WithShortKeys = Question with { Help = Wording.Join(TwelveDigits, WhoKnows, ShortKeys) };

    public static readonly Wording DigitMayBeWrong = new(
        "We vinden dat nummer niet. Misschien is er een cijfer verkeerd doorgekomen.",
        "Nous ne trouvons pas ce numéro. Un chiffre est peut-être mal passé.",
        "Wir finden diese Nummer nicht. Vielleicht ist eine Ziffer falsch angekommen.",
        "We cannot find that number. Perhaps one digit did not come through right.");

    public static readonly Wording NotKnown = new(
        "Dat gebruikersnummer is hier niet bekend.",
        "Ce numéro d'utilisateur n'est pas connu ici.",
        "Diese Benutzernummer ist hier nicht bekannt.",
        "That user number is not known here.");

    public static readonly Wording LoginKeyed = new(
        "Dat lijkt op een login. We vragen het nummer van uw klant.",
        "Cela ressemble à un login. Nous demandons le numéro de votre client.",
        "Das sieht wie ein Login aus. Wir brauchen die Nummer Ihres Kunden.",
        "That looks like a login. We need the number of your client.");

    public static readonly Wording ShortNumberNotKnown = new(
        "U hebt geen klant met dat korte nummer.",
        "Vous n'avez pas de client avec ce numéro court.",
        "Sie haben keinen Kunden mit dieser Kurznummer.",
        "You have no client with that short number.");

    public static readonly Wording ShortNumberRemoved = new(
        "De klant met dat korte nummer staat niet meer op uw lijst.",
        "Le client de ce numéro court n'est plus sur votre liste.",
        "Der Kunde mit dieser Kurznummer steht nicht mehr auf Ihrer Liste.",
        "The client with that short number is no longer on your list.");

    public static readonly Wording Inactive = new(
        "Voor deze klant kunnen we nu niets registreren. Neem contact op met uw onderneming, of kies een andere klant.",
        "Pour ce client, nous ne pouvons rien enregistrer pour le moment. Contactez votre entreprise, ou choisissez un autre client.",
        "Für diesen Kunden können wir jetzt nichts erfassen. Bitte wenden Sie sich an Ihr Unternehmen, oder wählen Sie einen anderen Kunden.",
        "We cannot record anything for this client now. Please contact your company, or choose another client.");
}
