using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page of earlier entries.</summary>
internal static class HistoryWords
{
    public static readonly Wording Filter = new("Filter", "Filtre", "Filter", "Filter");
    public static readonly Wording Filters = new("Meer filters", "Plus de filtres", "Weitere Filter", "More filters");
    public static readonly Wording ThisMonth = new("Deze maand", "Ce mois-ci", "Dieser Monat", "This month");
    public static readonly Wording LastMonth = new("Vorige maand", "Le mois dernier", "Letzter Monat", "Last month");

    /// <summary>{range} is such as 1–50.</summary>
    public static readonly Wording OfAll = new("{range} van {total}", "{range} sur {total}", "{range} von {total}", "{range} of {total}");

    public static readonly Wording From = new("Van", "Du", "Von", "From");
    public static readonly Wording To = new("Tot en met", "Au", "Bis", "To");
    public static readonly Wording Search = new("Zoeken", "Rechercher", "Suchen", "Search");
    public static readonly Wording NameOrAnyNumber = new("Naam of nummer", "Nom ou numéro", "Name oder Nummer", "Name or number");
    public static readonly Wording NameOrLogin = new("Naam of login", "Nom ou identifiant", "Name oder Login", "Name or login");
    public static readonly Wording NameOrNumber = new("Naam of nummer", "Nom ou numéro", "Name oder Nummer", "Name or number");
    public static readonly Wording All = new("Alle", "Toutes", "Alle", "All");
    public static readonly Wording Only = new("Alleen met", "Uniquement avec", "Nur mit", "Only with");
    public static readonly Wording Show = new("Tonen", "Afficher", "Anzeigen", "Show");
    public static readonly Wording Clear = new("Filter wissen", "Effacer le filtre", "Filter löschen", "Clear the filter");
    public static readonly Wording Days = new("Dagen", "Jours", "Tage", "Days");
    public static readonly Wording Months = new("Maanden", "Mois", "Monate", "Months");
    public static readonly Wording Day = new("Dag", "Jour", "Tag", "Day");
    public static readonly Wording Month = new("Maand", "Mois", "Monat", "Month");
    public static readonly Wording HoursByDay = new("Uren per dag", "Heures par jour", "Stunden je Tag", "Hours a day");
    public static readonly Wording HoursByMonth = new("Uren per maand", "Heures par mois", "Stunden je Monat", "Hours a month");
    public static readonly Wording AsTable = new("Als tabel tonen", "Afficher en tableau", "Als Tabelle zeigen", "Show as a table");
    public static readonly Wording Paging = new("Bladeren", "Pages suivantes", "Blättern", "Paging");
    public static readonly Wording First = new("Nieuwste", "Les plus récentes", "Neueste", "Newest");
    public static readonly Wording Older = new("Oudere", "Plus anciennes", "Ältere", "Older");

    public static readonly Wording Empty = new(
        "Geen prestaties gevonden. Kies een andere periode of wis de filter.",
        "Aucune prestation trouvée. Choisissez une autre période ou effacez le filtre.",
        "Keine Leistungen gefunden. Wählen Sie einen anderen Zeitraum oder löschen Sie den Filter.",
        "No entries found. Choose another period, or clear the filter.");
}
