using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page of calls that did not become a prestation.</summary>
internal static class AttemptsWords
{
    public static readonly Wording List = new("Oproepen", "Appels", "Anrufe", "Calls");
    public static readonly Wording Why = new("Waarom", "Pourquoi", "Warum", "Why");
    public static readonly Wording LastStep = new("Laatste vraag", "Dernière question", "Letzte Frage", "Last question");
    public static readonly Wording Seconds = new("Seconden", "Secondes", "Sekunden", "Seconds");

    public static readonly Wording Explained = new(
        "Oproepen onder de login van uw medewerkers waarbij niets geregistreerd werd. Was het wachtwoord fout, dan kan ook iemand anders gebeld hebben.",
        "Les appels sous l'identifiant de vos travailleurs où rien n'a été enregistré. Si le mot de passe était faux, c'était peut-être quelqu'un d'autre.",
        "Anrufe unter den Logins Ihrer Mitarbeiter, bei denen nichts erfasst wurde. War das Passwort falsch, kann es auch jemand anders gewesen sein.",
        "Calls under the logins of your workers in which nothing was recorded. Where the password was wrong, it may have been somebody else.");

    public static readonly Wording Empty = new(
        "Elke oproep in deze periode is een prestatie geworden.",
        "Chaque appel de cette période est devenu une prestation.",
        "Aus jedem Anruf in diesem Zeitraum wurde eine Leistung.",
        "Every call of this period became an entry.");
}
