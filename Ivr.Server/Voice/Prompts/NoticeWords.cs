using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts spoken before a repeated question. They never blame the caller.</summary>
internal static class NoticeWords
{
    private static readonly Wording NoInput = new(
        "We hebben nog niets ontvangen.", "Nous n'avons encore rien reçu.", "Wir haben noch nichts erhalten.", "We have not received anything yet.");

    private static readonly Wording NoInputAgain = new(
        "Er is nog niets doorgekomen.",
        "Nous n'avons toujours rien reçu.",
        "Es ist noch nichts angekommen.",
        "Nothing has come through yet.");

    private static readonly Wording NoMatch = new(
        "Dat hebben we niet begrepen.", "Nous n'avons pas compris.", "Das haben wir nicht verstanden.", "We did not understand that.");

    private static readonly Wording NoMatchAgain = new(
        "We begrijpen het nog niet goed.",
        "Nous n'avons pas encore bien compris.",
        "Wir haben es noch nicht verstanden.",
        "We have not quite understood yet.");

    private static readonly Wording LoginRefused = new(
        "Die login en dat wachtwoord passen niet bij elkaar.",
        "Ce login et ce mot de passe ne correspondent pas.",
        "Dieser Login und dieses Passwort passen nicht zusammen.",
        "That login and that password do not match.");

    private static readonly Wording LoginRefusedAgain = new(
        "Login en wachtwoord passen nog niet bij elkaar. U kreeg ze allebei van uw onderneming. "
        + "Kijk ze rustig na: u kunt het nog één keer proberen.",
        "Le login et le mot de passe ne correspondent toujours pas. Vous les avez reçus de votre entreprise. "
        + "Prenez le temps de les vérifier : il reste un essai.",
        "Login und Passwort passen noch nicht zusammen. Sie haben beides von Ihrem Unternehmen erhalten. "
        + "Bitte sehen Sie in Ruhe nach: Es bleibt ein Versuch.",
        "Login and password still do not match. Your company gave you both. "
        + "Please check them, and take your time: there is one more try.");

    private static readonly Wording Busy = new(
        "Een ogenblik, het is druk op de lijn. Uw login hebben we al.",
        "Un instant, il y a beaucoup d'appels. Votre login, nous l'avons déjà.",
        "Einen Augenblick, es rufen gerade viele an. Ihren Login haben wir schon.",
        "One moment, the line is busy. We have your login already.");

    private static readonly Wording BusyAgain = new(
        "Nog een ogenblik, het is nog druk. U gaat voor op wie nu pas belt.",
        "Encore un instant, il y a toujours beaucoup d'appels. Vous passez avant ceux qui appellent maintenant.",
        "Noch einen Augenblick, es rufen noch viele an. Sie kommen vor allen, die erst jetzt anrufen.",
        "One more moment, the line is still busy. You go before those who call only now.");

    public static readonly Wording Apology = new(
        "Excuseer, een storing bij ons. We gaan verder.",
        "Excusez-nous, une panne chez nous. Nous reprenons.",
        "Entschuldigung, eine Störung bei uns. Wir machen weiter.",
        "Sorry, a problem on our side. We continue.");

    /// <summary>Spoken when the call begins at the login again. What was recorded before stays recorded.</summary>
    private static readonly Wording BegunAnew = new(
        "Excuseer, er was een storing bij ons. We beginnen opnieuw. Een referentie die u hoorde, blijft geldig.",
        "Excusez-nous, il y a eu un problème chez nous. Nous recommençons. Une référence que vous avez entendue reste valable.",
        "Entschuldigung, es gab eine Störung bei uns. Wir fangen neu an. Eine Referenz, die Sie gehört haben, bleibt gültig.",
        "Sorry, there was a problem on our side. We start again. A reference that you have heard stays valid.");

    /// <summary>Returns what became of the telephone.</summary>
    public static Wording Phone(Call call) => call.Notice switch
    {
        Notice.PhoneRemembered => RememberedWords.Remembered,
        Notice.PhoneForgotten => RememberedWords.Forgotten,
        _ => RememberedWords.NotSet,
    };

    /// <summary>
    /// Returns the prompt for the call's notice; null when there is nothing to say. The help comes from <paramref name="question"/>.
    /// </summary>
    public static Wording? For(Call call, QuestionWords question) => call.Notice switch
    {
        Notice.NoInput => call.Tries > 1 ? NoInputAgain : NoInput,
        Notice.NoMatch => call.Tries > 1 ? NoMatchAgain : NoMatch,
        Notice.Help => question.Help,
        Notice.LoginRefused => call.WrongLogins > 1 ? LoginRefusedAgain : LoginRefused,
        Notice.Busy => call.TimesTurnedAway > 1 ? BusyAgain : Busy,
        Notice.Emergency => call.State == CallState.Summary ? EmergencyWords.BeginsAtSummary : EmergencyWords.Begins,
        Notice.DigitMayBeWrong when call.IsEmergency => EmergencyWords.DigitMayBeWrong,
        Notice.DigitMayBeWrong => UserNumberWords.DigitMayBeWrong,
        Notice.UserNumberNotKnown => UserNumberWords.NotKnown,
        Notice.LoginKeyedAsUserNumber => UserNumberWords.LoginKeyed,
        Notice.ShortNumberNotKnown => UserNumberWords.ShortNumberNotKnown,
        Notice.ShortNumberRemoved => UserNumberWords.ShortNumberRemoved,
        Notice.ClientInactive => UserNumberWords.Inactive,
        Notice.PhoneForgotten or Notice.PhoneNotSet => Phone(call),
        Notice.NoEntries => EntriesWords.None,
        Notice.Practice => PracticeWords.Begins,
        Notice.PracticeOver => PracticeWords.Over,
        Notice.Apology => Apology,
        Notice.BegunAnew => BegunAnew,
        Notice.LoginLocked => LockedWords.Begins.With("minutes", SpokenValues.Minutes(call.LockedMinutes).In),
        _ => null,
    };
}
