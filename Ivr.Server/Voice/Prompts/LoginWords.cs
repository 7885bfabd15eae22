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
        "Voor Nederlands, druk {key} en hekje.",
        "Pour le français, tapez {key} puis dièse.",
        "Für Deutsch drücken Sie die {key} und die Rautetaste.",
        "For English, press {key} and then hash.");

    public static readonly QuestionWords Login = new(
        First: new(
            "Toets uw login in. Druk daarna op hekje.",
            "Tapez votre login. Appuyez ensuite sur dièse.",
            "Geben Sie Ihren Login ein. Drücken Sie danach die Rautetaste.",
            "Key in your login. Then press hash."),
        Second: new(
            "Wat is uw login? Toets de cijfers een voor een in. Bent u klaar, druk dan op hekje.",
            "Quel est votre login ? Tapez les chiffres un par un. Pour terminer, appuyez sur dièse.",
            "Wie lautet Ihr Login? Geben Sie die Ziffern nacheinander ein. Zum Schluss drücken Sie die Rautetaste.",
            "What is your login? Key in the digits one by one. When you are done, press hash."),
        Third: new(
            "Uw login is het nummer dat u van uw onderneming kreeg. Meestal heeft het 12 cijfers en begint het met 9 8 0. "
            + "Het hekje staat rechts onderaan op uw telefoon. Neem uw tijd. Toets nu uw login in, en druk dan op hekje.",
            "Votre login est le numéro que votre entreprise vous a donné. En général, il a 12 chiffres et commence par 9 8 0. "
            + "La touche dièse est en bas à droite de votre téléphone. Prenez votre temps. Tapez maintenant votre login, puis dièse.",
            "Ihr Login, auch Benutzername genannt, ist die Nummer von Ihrem Unternehmen. Meist hat sie 12 Ziffern und beginnt mit 9 8 0. "
            + "Die Rautetaste ist unten rechts auf Ihrem Telefon. Nehmen Sie sich Zeit. Geben Sie jetzt Ihren Login ein, dann Raute.",
            "Your login is the number that your company gave you. It usually has 12 digits and begins with 9 8 0. "
            + "The hash key is at the bottom right of your phone. Take your time. Now key in your login, then press hash."),
        Help: new(
            "Op deze lijn registreert u de uren die u vandaag bij een klant werkte. "
            + "U hebt uw login en uw wachtwoord nodig. U krijgt ze van uw erkende onderneming.",
            "Sur cette ligne, vous enregistrez vos heures de travail d'aujourd'hui chez un client. "
            + "Il vous faut votre login et votre mot de passe. Vous les recevez de votre entreprise agréée.",
            "Auf dieser Leitung erfassen Sie die Stunden, die Sie heute bei einem Kunden gearbeitet haben. "
            + "Sie brauchen Ihren Login und Ihr Passwort. Beides bekommen Sie von Ihrem zugelassenen Unternehmen.",
            "On this line you record the hours that you worked for a client today. "
            + "You need your login and your password. Your approved company gives you both."));

    public static readonly QuestionWords Password = new(
        First: new(
            "Toets uw wachtwoord in. Druk daarna op hekje.",
            "Tapez votre mot de passe. Appuyez ensuite sur dièse.",
            "Geben Sie Ihr Passwort ein. Drücken Sie danach die Rautetaste.",
            "Key in your password. Then press hash."),
        Second: new(
            "Wat is uw wachtwoord? Toets de cijfers een voor een in. Bent u klaar, druk dan op hekje.",
            "Quel est votre mot de passe ? Tapez les chiffres un par un. Pour terminer, appuyez sur dièse.",
            "Wie lautet Ihr Passwort? Geben Sie die Ziffern nacheinander ein. Zum Schluss drücken Sie die Rautetaste.",
            "What is your password? Key in the digits one by one. When you are done, press hash."),
        Third: new(
            "Uw wachtwoord kreeg u van uw onderneming, samen met uw login. Het bestaat uit cijfers. "
            + "Neem uw tijd. Toets het nu in, en druk dan op hekje.",
            "Votre entreprise vous a donné votre mot de passe avec votre login. Il se compose de chiffres. "
            + "Prenez votre temps. Tapez-le maintenant, puis dièse.",
            "Ihr Passwort haben Sie mit Ihrem Login von Ihrem Unternehmen bekommen. Es besteht aus Ziffern. "
            + "Nehmen Sie sich Zeit. Geben Sie es jetzt ein, dann Raute.",
            "Your company gave you your password together with your login. It has digits only. "
            + "Take your time. Key it in now, then press hash."),
        Help: new(
            "Het wachtwoord is hetzelfde als in de app Job Tracker. Ook als de app geblokkeerd is, werkt het hier nog. "
            + "Bent u het kwijt, vraag het dan aan uw onderneming.",
            "Le mot de passe est le même que dans l'application Job Tracker. Même si l'application est bloquée, il fonctionne encore ici. "
            + "Si vous l'avez perdu, demandez-le à votre entreprise.",
            "Das Passwort ist dasselbe wie in der App Job Tracker. Auch wenn die App gesperrt ist, gilt es hier noch. "
            + "Wenn Sie es nicht mehr wissen, fragen Sie Ihr Unternehmen.",
            "The password is the same as in the Job Tracker app. Even when the app is blocked, it still works here. "
            + "If you have lost it, ask your company."));
}
