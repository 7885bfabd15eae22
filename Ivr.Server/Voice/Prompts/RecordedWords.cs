using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts spoken after the entry is recorded.</summary>
internal static class RecordedWords
{
    public static readonly Wording Recorded = new(
        "Uw prestatie is geregistreerd. U mag ophangen. Uw referentie is {reference}.",
        "Votre prestation est enregistrée. Vous pouvez raccrocher. Votre référence est {reference}.",
        "Ihre Leistung ist registriert. Sie können auflegen. Ihre Referenz ist {reference}.",
        "Your hours are recorded. You may hang up. Your reference is {reference}.");

    public static readonly Wording Another = new(
        "Voor nog een prestatie, druk 1.",
        "Pour une autre prestation, tapez 1.",
        "Für eine weitere Leistung drücken Sie eins.",
        "For another entry, press 1.");

    /// <summary>The client has a short number since this entry.</summary>
    public static readonly Wording ShortNumber = new(
        "Voor deze klant volstaat voortaan {number} en het hekje.",
        "Pour ce client, {number} et la touche dièse suffisent désormais.",
        "Für diesen Kunden genügen ab jetzt {number} und Raute.",
        "For this client, {number} and hash is enough from now on.");

    public static readonly Wording Help = new(
        "Uw uren zijn bewaard, en uw onderneming kan ze al zien.",
        "Vos heures sont conservées, et votre entreprise peut déjà les voir.",
        "Ihre Stunden sind gespeichert, und Ihr Unternehmen kann sie schon sehen.",
        "Your hours are saved, and your company can already see them.");

    /// <summary>
    /// Used instead when a repeated confirmation finds different content on record. It reads the recorded content, not the content of the
    /// summary.
    /// </summary>
    public static readonly Wording EarlierStands = new(
        "Uw eerste bevestiging blijft staan. {client}: {activity}, {hours}. Niet juist? Meld het aan uw onderneming. Uw referentie is {reference}.",
        "Votre première confirmation reste valable. {client} : {activity}, {hours}. "
        + "Si ce n'est pas correct, signalez-le à votre entreprise. Votre référence est {reference}.",
        "Ihre erste Bestätigung gilt. {client}: {activity}, {hours}. "
        + "Wenn das nicht stimmt, melden Sie es Ihrem Unternehmen. Ihre Referenz ist {reference}.",
        "Your first confirmation stands. {client}: {activity}, {hours}. If that is not right, tell your company. Your reference is {reference}.");
}
