using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the file for spreadsheets.</summary>
internal static class ExportWords
{
    /// <summary>The file's name, before the dates.</summary>
    public static readonly Wording FileName = new("prestaties", "prestations", "leistungen", "entries");

    public static readonly Wording ServiceDate = new("Datum", "Date", "Datum", "Date");
    public static readonly Wording RecordedAt = new("Geregistreerd op", "Enregistrée le", "Erfasst am", "Recorded at");
    public static readonly Wording Login = new("Login", "Identifiant", "Login", "Login");
    public static readonly Wording UserNumber = new("Gebruikersnummer", "Numéro d'utilisateur", "Nutzernummer", "User number");
}
