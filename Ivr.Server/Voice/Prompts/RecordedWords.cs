using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts spoken after the entry is recorded.</summary>
internal static class RecordedWords
{
    public static readonly Wording Recorded = new(
        "Geregistreerd. Uw referentie is {reference}.",
        "C'est enregistré. Votre référence est {reference}.",
        "Erfasst. Ihre Referenz ist {reference}.",
        "Recorded. Your reference is {reference}.");

    public static readonly Wording Another = new(
        "Voor nog een prestatie, druk 1. Anders mag u ophangen.",
        "Pour une autre prestation, tapez 1. Sinon, vous pouvez raccrocher.",
        "Für eine weitere Leistung drücken Sie die 1. Sonst können Sie auflegen.",
        "For another job, press 1. Otherwise you may hang up.");

    public static readonly Wording Help = new(
        "Uw prestatie is bewaard, en uw onderneming kan ze al zien. U hoeft niets meer te doen.",
        "Votre prestation est conservée, et votre entreprise peut déjà la voir. Vous n'avez plus rien à faire.",
        "Ihre Leistung ist gespeichert, und Ihr Unternehmen kann sie schon sehen. Sie müssen nichts mehr tun.",
        "Your job is saved, and your company can already see it. You do not need to do anything else.");

    /// <summary>
    /// Used when a repeated confirmation finds different content on record. It reads the recorded content, not the content of the summary.
    /// </summary>
    public static readonly Wording EarlierStands = new(
        "Uw eerste bevestiging was al geregistreerd en blijft staan: klant {client}, {activity}, {hours}. "
        + "Is dat niet juist, meld het dan aan uw onderneming, met de referentie.",
        "Votre première confirmation était déjà enregistrée et reste valable : client {client}, {activity}, {hours}. "
        + "Si ce n'est pas juste, signalez-le à votre entreprise, avec la référence.",
        "Ihre erste Bestätigung war schon erfasst und bleibt bestehen: Kunde {client}, {activity}, {hours}. "
        + "Wenn das nicht stimmt, melden Sie es Ihrem Unternehmen, mit der Referenz.",
        "Your first confirmation was already recorded and stands: client {client}, {activity}, {hours}. "
        + "If that is not right, tell your company, and give the reference.");
}
