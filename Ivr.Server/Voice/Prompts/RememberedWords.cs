using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts about the login that is remembered on a telephone. They say its last digits, and never whose it is.</summary>
internal static class RememberedWords
{
    private static readonly Wording OtherLogin = new(
        "Andere login: het sterretje en het hekje.",
        "Autre login : étoile puis dièse.",
        "Anderer Login: Stern und Raute.",
        "Another login: star and hash.");

    public static readonly QuestionWords Password = new(
        First: Wording.Join(
            new(
                "Login met eindcijfers {digits}: uw wachtwoord, en dan het hekje.",
                "Login qui finit par {digits} : votre mot de passe, puis la touche dièse.",
                "Login mit Endziffern {digits}: Ihr Passwort, dann Raute.",
                "Login ending in {digits}: enter your password, then hash."),
            OtherLogin),
        Second: Wording.Join(
            new(
                "Wat is het wachtwoord van de login met eindcijfers {digits}? Toets de cijfers één voor één in, en dan het hekje.",
                "Quel est le mot de passe du login qui finit par {digits} ? Tapez les chiffres un par un, puis la touche dièse.",
                "Wie lautet das Passwort zum Login mit Endziffern {digits}? Geben Sie die Ziffern nacheinander ein, dann Raute.",
                "What is the password of the login ending in {digits}? Enter the digits one by one, then hash."),
            OtherLogin,
            LoginWords.HelpWithHash),
        Third: Wording.Join(
            new(
                "Deze telefoon onthoudt de login met eindcijfers {digits}. Het wachtwoord kreeg u van uw onderneming. Toets het nu in, en dan het hekje.",
                "Ce téléphone retient le login qui finit par {digits}. Votre entreprise vous a donné le mot de passe. Tapez-le maintenant, "
                + "puis la touche dièse.",
                "Auf diesem Telefon ist der Login mit Endziffern {digits} gemerkt. Das Passwort haben Sie von Ihrem Unternehmen. "
                + "Geben Sie es jetzt ein, dann Raute.",
                "This phone remembers the login ending in {digits}. Your company gave you the password. Enter it now, then hash."),
            OtherLogin),
        Help: new(
            "Op deze telefoon hoeft u uw login niet in te toetsen, alleen uw wachtwoord. "
            + "Om de telefoon te vergeten, druk na het wachtwoord 4 en het hekje.",
            "Sur ce téléphone, vous ne tapez pas votre login, seulement votre mot de passe. "
            + "Pour oublier ce téléphone, tapez 4 puis dièse après le mot de passe.",
            "An diesem Telefon geben Sie nicht den Login ein, nur Ihr Passwort. "
            + "Um das Telefon zu vergessen, drücken Sie nach dem Passwort 4 und Raute.",
            "On this phone you do not enter your login, only your password. "
            + "To forget this phone, press 4 and hash after the password."));

    /// <summary>Spoken once, after the third entry from the same mobile.</summary>
    public static readonly Wording Offer = new(
        "Volgende keer zonder login op deze telefoon? Druk 4.",
        "La prochaine fois sans login sur ce téléphone ? Tapez 4.",
        "Nächstes Mal ohne Login an diesem Telefon? Drücken Sie vier.",
        "Next time without login on this phone? Press 4.");

    public static readonly Wording Remembered = new(
        "Volgende keer vragen we op deze telefoon alleen uw wachtwoord. U mag ophangen.",
        "La prochaine fois, nous demandons seulement votre mot de passe sur ce téléphone. Vous pouvez raccrocher.",
        "Nächstes Mal fragen wir an diesem Telefon nur nach Ihrem Passwort. Sie können auflegen.",
        "Next time we ask only for your password on this phone. You may hang up.");

    public static readonly Wording Forgotten = new(
        "Op deze telefoon vragen we voortaan de login.",
        "Sur ce téléphone, nous demandons désormais le login.",
        "An diesem Telefon fragen wir ab jetzt nach dem Login.",
        "From now on we ask for the login on this phone.");

    /// <summary>Says nothing about the entry: it is recorded.</summary>
    public static readonly Wording NotSet = new(
        "Dat lukt nu niet voor deze telefoon.",
        "Ce n'est pas possible pour ce téléphone maintenant.",
        "Das geht für dieses Telefon jetzt nicht.",
        "That is not possible for this phone now.");
}
