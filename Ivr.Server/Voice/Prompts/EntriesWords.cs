using System.Globalization;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Prompts of the worker's own entries of today.</summary>
internal static class EntriesWords
{
    private static readonly Wording OneEntry = new(
        "Vandaag staat er één prestatie.", "Aujourd'hui, il y a une prestation.", "Heute gibt es eine Leistung.", "There is one entry today.");

    private static readonly Wording SomeEntries = new(
        "Vandaag staan er {n} prestaties.", "Aujourd'hui, il y a {n} prestations.", "Heute gibt es {n} Leistungen.", "There are {n} entries today.");

    private static readonly Wording Entry = new(
        "{hours}, klant {digits}.", "{hours}, client {digits}.", "{hours}, Kunde {digits}.", "{hours}, client {digits}.");

    private static readonly Wording WaitingEntry = new(
        "{hours}, klant {digits}, nog niet geregistreerd.",
        "{hours}, client {digits}, pas encore enregistré.",
        "{hours}, Kunde {digits}, noch nicht registriert.",
        "{hours}, client {digits}, not recorded yet.");

    private static readonly Wording ReferenceOf = new(
        "Klant {digits}: {reference}.", "Client {digits} : {reference}.", "Kunde {digits}: {reference}.", "Client {digits}: {reference}.");

    public static readonly Wording Keys = new(
        "Voor de referentie, druk 1.", "Pour la référence, tapez 1.", "Für die Referenz drücken Sie eins.", "For the reference, press 1.");

    public static readonly Wording Help = new(
        "Dit zijn uw prestaties van vandaag. Wacht u even, dan gaan we verder.",
        "Ce sont vos prestations d'aujourd'hui. Si vous attendez un peu, nous continuons.",
        "Das sind Ihre Leistungen von heute. Wenn Sie kurz warten, geht es weiter.",
        "These are your entries of today. If you wait a little, we go on.");

    /// <summary>Spoken before the question for the user number.</summary>
    public static readonly Wording None = new(
        "Vandaag is er nog niets geregistreerd.",
        "Rien n'est encore enregistré aujourd'hui.",
        "Heute ist noch nichts registriert.",
        "Nothing is on record yet today.");

    public static Wording Count(int count) => count == 1 ? OneEntry : SomeEntries.With("n", count.ToString(CultureInfo.InvariantCulture));

    public static Wording Of(OwnEntry entry) => (entry.IsWaiting ? WaitingEntry : Entry)
        .With("hours", SpokenValues.Hours(entry.Hours).In).With("digits", SpokenValues.Digits(entry.LastDigits));

    public static Wording Reference(OwnEntry entry) =>
        ReferenceOf.With("digits", SpokenValues.Digits(entry.LastDigits)).With("reference", SpokenValues.Digits(entry.Reference));
}
