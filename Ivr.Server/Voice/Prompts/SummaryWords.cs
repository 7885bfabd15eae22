using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the summary.</summary>
internal static class SummaryWords
{
    /// <summary>
    /// Without a preposition between hours and date: "3 uur, op zondag" and "3 heures, le dimanche" sound like three o'clock.
    /// </summary>
    public static readonly Wording Content = new(
        "{client}: {activity}, {hours}, {date}.",
        "{client} : {activity}, {hours}, {date}.",
        "{client}: {activity}, {hours}, {date}.",
        "{client}: {activity}, {hours}, {date}.");

    public static readonly Wording Client = new("Klant {digits}", "Client {digits}", "Kunde {digits}", "Client {digits}");

    /// <summary>A client for whom the worker has worked before.</summary>
    public static readonly Wording KnownClient = new(
        "Klant met eindcijfers {digits}", "Client dont le numéro finit par {digits}", "Kunde mit Endziffern {digits}", "Client ending in {digits}");

    public static readonly Wording Keys = new(
        "Om te bevestigen druk 1, om te verbeteren 2.",
        "Pour confirmer, tapez 1. Pour corriger, 2.",
        "Bestätigen mit eins, ändern mit zwei.",
        "To confirm, press 1. To make a change, 2.");

    /// <summary>Short, because the summary is said again after it.</summary>
    public static readonly Wording Duplicate = new(
        "Let op: dit is vandaag al geregistreerd.",
        "Attention : ceci est déjà enregistré aujourd'hui.",
        "Achtung: Das ist heute schon registriert.",
        "Please note: this is already on record today.");

    /// <summary>Says what follows too, before the first summary.</summary>
    public static readonly Wording DuplicateAtFirst = Wording.Join(
        Duplicate,
        new(
            "Bevestigt u, dan staat het er twee keer.",
            "Si vous confirmez, ce sera enregistré deux fois.",
            "Wenn Sie bestätigen, steht es zweimal da.",
            "If you confirm, it is there twice."));

    public static readonly QuestionWords Question = new(
        First: Wording.Join(Content, Keys),
        Second: Wording.Join(Content, Keys, QuestionWords.OfferOfHelp),
        Third: Wording.Join(new("Nog niet geregistreerd:", "Pas encore enregistré :", "Noch nicht registriert:", "Not recorded yet:"), Content, Keys),
        Help: new(
            "Pas als u bevestigt, is de prestatie geregistreerd.",
            "La prestation n'est enregistrée que si vous confirmez.",
            "Erst wenn Sie bestätigen, wird die Leistung registriert.",
            "Your hours are recorded only when you confirm."));

    public static readonly Wording Listen = new("Luister rustig:", "Prenez le temps d'écouter :", "Hören Sie in Ruhe zu:", "Please listen:");

    /// <summary>
    /// Used when a confirmation may have been lost in transit. The entry may be recorded, so no prompt says that it is not.
    /// </summary>
    public static readonly QuestionWords InDoubt = Question with { Third = Wording.Join(Listen, Content, Keys) };
}
