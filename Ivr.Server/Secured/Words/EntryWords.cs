using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts about entries, for all pages.</summary>
internal static class EntryWords
{
    public static readonly Wording Reference = new("Referentie", "Référence", "Referenz", "Reference");
    public static readonly Wording Time = new("Tijd", "Heure", "Zeit", "Time");
    public static readonly Wording Worker = new("Medewerker", "Travailleur", "Mitarbeiter", "Worker");
    public static readonly Wording Client = new("Klant", "Client", "Kunde", "Client");
    public static readonly Wording RegionTitle = new("Gewest", "Région", "Region", "Region");
    public static readonly Wording Activity = new("Activiteit", "Activité", "Aktivität", "Activity");
    public static readonly Wording Hours = new("Uren", "Heures", "Stunden", "Hours");
    public static readonly Wording Remarks = new("Opmerkingen", "Remarques", "Hinweise", "Remarks");

    public static readonly Wording Erased = new("(gewist)", "(effacé)", "(gelöscht)", "(erased)");
    public static readonly Wording Cancelled = new("Geannuleerd", "Annulée", "Storniert", "Cancelled");
    public static readonly Wording Undone = new("Geannuleerd door de medewerker", "Annulée par le travailleur", "Vom Mitarbeiter storniert", "Cancelled by the worker");
    public static readonly Wording Corrected = new("Verbeterd", "Corrigée", "Berichtigt", "Corrected");
    public static readonly Wording PossibleDuplicate = new("Mogelijk dubbel", "Doublon possible", "Möglicherweise doppelt", "Possible duplicate");
    public static readonly Wording OtherLine = new("Lijn van ander gewest", "Ligne d'une autre région", "Leitung einer anderen Region", "Other region's line");

    /// <summary>{hours} is the maximum that is not flagged.</summary>
    public static readonly Wording LongDay = new(
        "Meer dan {hours} uur die dag", "Plus de {hours} heures ce jour-là", "Mehr als {hours} Stunden am Tag", "Over {hours} hours that day");

    public static readonly Wording FromEmergency = new("Uit noodprocedure", "Procédure d'urgence", "Aus dem Notverfahren", "Emergency procedure");

    private static readonly Wording Flanders = new("Vlaanderen", "Flandre", "Flandern", "Flanders");
    private static readonly Wording Brussels = new("Brussel", "Bruxelles", "Brüssel", "Brussels");
    private static readonly Wording Wallonia = new("Wallonië", "Wallonie", "Wallonien", "Wallonia");

    /// <summary>Region codes, as in the tables and exports.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["flanders", "brussels", "wallonia"];

    /// <summary>The name of a region.</summary>
    public static Wording Region(string code) => code switch
    {
        "flanders" => Flanders,
        "brussels" => Brussels,
        _ => Wallonia,
    };
}
