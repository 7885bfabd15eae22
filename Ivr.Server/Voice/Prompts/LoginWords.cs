using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the login and password questions.</summary>
internal static class LoginWords
{
    public static readonly Wording Welcome = new(
        "Welkom bij de dienstencheques.",
        "Bienvenue sur la ligne des titres-services.",
        "Willkommen bei den Dienstleistungsschecks.",
        "Welcome to the service voucher line.");

    /// <summary>Each sentence offers a language and is spoken in that language.</summary>
    public static readonly Wording PickLanguage = new(
        "Voor Nederlands, {key} en het hekje.",
        "Pour le français, {key} puis dièse.",
        "Für Deutsch, {key} und Raute.",
        "For English, {key} and hash.");

    /// <summary>Offers the help where # ends the entry.</summary>
    public static readonly Wording HelpWithHash = new(
        "Voor hulp, druk 0 en het hekje.",
        "Pour de l'aide, tapez 0 puis dièse.",
        "Für Hilfe drücken Sie 0 und Raute.",
        "For help, press 0 and hash.");

    public static readonly QuestionWords Login = new(
        First: new(
            "Uw login, en dan het hekje.",
            "Votre login, puis la touche dièse.",
            "Ihr Benutzername, dann Raute.",
            "Enter your login, then hash."),
        Second: Wording.Join(
            new(
                "Wat is uw login? Toets de cijfers één voor één in, en dan het hekje.",
                "Quel est votre login ? Tapez les chiffres un par un, puis la touche dièse.",
                "Wie lautet Ihr Login, der Benutzername? Geben Sie die Ziffern nacheinander ein, dann Raute.",
                "What is your login? Enter the digits one by one, then hash."),
            HelpWithHash),
        Third: new(
            "Uw login is het nummer dat u van uw onderneming kreeg. Meestal heeft het 12 cijfers en begint het met 9 8 0. "
            + "Het hekje staat rechtsonder op uw telefoon. Toets nu uw login in, en dan het hekje.",
            "Votre login est le numéro que votre entreprise vous a donné. En général, il a 12 chiffres et commence par 9 8 0. "
            + "La touche dièse est en bas à droite de votre téléphone. Tapez maintenant votre login, puis la touche dièse.",
            "Ihr Login, auch Benutzername genannt, ist die Nummer von Ihrem Unternehmen. Meist beginnt sie mit 9 8 0 und hat 12 Ziffern. "
            + "Raute ist unten rechts auf Ihrem Telefon. Geben Sie jetzt Ihren Login ein, dann Raute.",
            "Your login is the number that your company gave you. It usually has 12 digits and begins with 9 8 0. "
            + "The hash key is at the bottom right of your phone. Now enter your login, then hash."),
        Help: new(
            "Op deze lijn registreert u de uren die u vandaag voor een klant werkte. Uw login en uw wachtwoord krijgt u van uw erkende onderneming.",
            "Sur cette ligne, vous enregistrez vos heures de travail d'aujourd'hui pour un client. "
            + "Votre entreprise agréée vous donne votre login et votre mot de passe.",
            "Auf dieser Leitung erfassen Sie die Stunden, die Sie heute für einen Kunden gearbeitet haben. "
            + "Login und Passwort erhalten Sie von Ihrem zugelassenen Unternehmen.",
            "On this line you record the hours that you worked for a client today. Your approved company gives you your login and your password."));

    public static readonly QuestionWords Password = new(
        First: new(
            "Uw wachtwoord, en dan het hekje.",
            "Votre mot de passe, puis la touche dièse.",
            "Ihr Passwort, dann Raute.",
            "Your password, then hash."),
        Second: Wording.Join(
            new(
                "Wat is uw wachtwoord? Toets de cijfers één voor één in, en dan het hekje.",
                "Quel est votre mot de passe ? Tapez les chiffres un par un, puis la touche dièse.",
                "Wie lautet Ihr Passwort? Geben Sie die Ziffern nacheinander ein, dann Raute.",
                "What is your password? Enter the digits one by one, then hash."),
            HelpWithHash),
        Third: new(
            "Uw wachtwoord kreeg u van uw onderneming, samen met uw login. Het bestaat uit cijfers. "
            + "Neem uw tijd. Toets het nu in, en dan het hekje.",
            "Votre entreprise vous a donné votre mot de passe avec votre login. Il se compose de chiffres. "
            + "Prenez votre temps. Tapez-le maintenant, puis la touche dièse.",
            "Ihr Passwort haben Sie mit Ihrem Login von Ihrem Unternehmen erhalten. Es besteht aus Ziffern. "
            + "Nehmen Sie sich Zeit. Geben Sie es jetzt ein, dann Raute.",
            "Your company gave you your password together with your login. It has digits only. "
            + "Take your time. Enter it now, then hash."),
        Help: new(
            "Het wachtwoord is hetzelfde als in de app Job Tracker. Ook als de app geblokkeerd is, werkt het hier. "
            + "Bent u het kwijt, vraag het dan aan uw onderneming.",
            "Le mot de passe est le même que dans l'application Job Tracker. Même si l'application est bloquée, il fonctionne ici. "
            + "Si vous l'avez perdu, demandez-le à votre entreprise.",
            "Das Passwort ist dasselbe wie in der App Job Tracker. Auch wenn die App gesperrt ist, gilt es hier. "
            + "Wenn Sie es nicht mehr wissen, fragen Sie Ihr Unternehmen.",
            "The password is the same as in the Job Tracker app. Even when the app is blocked, it works here. "
            + "If you have lost it, ask your company."));
}
