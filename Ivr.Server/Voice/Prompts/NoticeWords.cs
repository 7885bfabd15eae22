using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>What is said before a question that is put again. Nobody is ever blamed.</summary>
internal static class NoticeWords
{
    private static readonly Wording NoInput = new(
        "We hebben nog niets ontvangen.", "Nous n'avons encore rien reçu.", "Wir haben noch nichts empfangen.", "Nothing has reached us yet.");

    private static readonly Wording NoInputAgain = new(
        "Er is nog niets doorgekomen. Geen haast.",
        "Rien n'est encore passé. Ne vous pressez pas.",
        "Es ist noch nichts angekommen. Keine Eile.",
        "Still nothing came through. There is no hurry.");

    private static readonly Wording NoMatch = new(
        "Dat hebben we niet begrepen.", "Nous n'avons pas compris.", "Das haben wir nicht verstanden.", "We did not understand that.");

    private static readonly Wording NoMatchAgain = new(
        "We begrijpen het nog niet goed. We leggen het uit.",
        "Nous ne comprenons pas encore bien. Nous vous expliquons.",
        "Wir verstehen es noch nicht recht. Wir erklären es.",
        "We do not quite understand yet. Let us explain.");

    private static readonly Wording LoginRefused = new(
        "Die login en dat wachtwoord passen niet bij elkaar.",
        "Ce login et ce mot de passe ne vont pas ensemble.",
        "Dieser Login und dieses Passwort passen nicht zusammen.",
        "That login and that password do not belong together.");

    private static readonly Wording LoginRefusedAgain = new(
        "Login en wachtwoord passen nog niet bij elkaar. Kijk ze even na; er is nog één poging.",
        "Le login et le mot de passe ne vont toujours pas ensemble. Vérifiez-les ; il reste un essai.",
        "Login und Passwort passen noch nicht zusammen. Bitte sehen Sie nach; es bleibt ein Versuch.",
        "Login and password still do not belong together. Please check them; there is one more try.");

    private static readonly Wording Apology = new(
        "Excuseer, er was een storing bij ons. We gaan verder waar u was.",
        "Excusez-nous, il y a eu un incident chez nous. Nous continuons où vous étiez.",
        "Entschuldigung, es gab eine Störung bei uns. Wir machen dort weiter, wo Sie waren.",
        "Sorry, there was a hitch on our side. We go on where you were.");

    /// <summary>The words for the call's notice.</summary>
    /// <param name="call">The call.</param>
    /// <param name="question">The question it is at, for its help.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static Wording? For(Call call, QuestionWords question) => call.Notice switch
    {
        Notice.NoInput => call.Tries > 1 ? NoInputAgain : NoInput,
        Notice.NoMatch => call.Tries > 1 ? NoMatchAgain : NoMatch,
        Notice.Help => question.Help,
        Notice.LoginRefused => call.WrongLogins > 1 ? LoginRefusedAgain : LoginRefused,
        Notice.DigitMayBeWrong => MainMenuWords.DigitMayBeWrong,
        Notice.UserNumberNotKnown => MainMenuWords.NotKnown,
        Notice.LoginKeyedAsUserNumber => MainMenuWords.LoginKeyed,
        Notice.ClientInactive => MainMenuWords.Inactive,
        Notice.Apology => Apology,
        _ => null,
    };
}
