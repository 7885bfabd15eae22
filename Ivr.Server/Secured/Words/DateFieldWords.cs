using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the fields for dates.</summary>
internal static class DateFieldWords
{
    public static readonly Wording Form = new("dd/mm/jjjj", "jj/mm/aaaa", "TT.MM.JJJJ", "dd/mm/yyyy");
    public static readonly Wording Choose = new("kies in de kalender", "choisir dans le calendrier", "im Kalender wählen", "choose from the calendar");

    /// <summary>{text} is what was typed, {date} is such as 12/03/2026.</summary>
    public static readonly Wording NotADate = new(
        "“{text}” is geen datum. Schrijf bijvoorbeeld {date}.",
        "« {text} » n'est pas une date. Écrivez par exemple {date}.",
        "„{text}“ ist kein Datum. Schreiben Sie zum Beispiel {date}.",
        "“{text}” is not a date. Write for example {date}.");
}
