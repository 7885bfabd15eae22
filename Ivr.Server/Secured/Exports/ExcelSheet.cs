using System.Globalization;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Exports;

/// <summary>Entries as rows of a sheet for people: words in their language, and the time in Brussels.</summary>
internal sealed class ExcelSheet(Language language)
{
    private const string Date = "dd'/'MM'/'yyyy";

    private static readonly Wording[] Columns =
    [
        EntryWords.Reference, ExportWords.ServiceDate, ExportWords.RecordedAt, EntryWords.Worker, ExportWords.Login, EntryWords.Client,
        ExportWords.UserNumber, EntryWords.RegionTitle, EntryWords.Activity, EntryWords.Hours, EntryWords.Remarks,
    ];

    /// <summary>The titles of the columns.</summary>
    public IEnumerable<string> Titles => Columns.Select(column => column.In(language));

    /// <summary>The cells of an entry, in the order of the columns.</summary>
    public IEnumerable<string> CellsOf(Entry entry)
    {
        var text = EntryText.Of(entry, language, today: null);
        return
        [
            SpreadsheetCell.Digits(entry.Reference),
            entry.ServiceDate.ToString(Date, CultureInfo.InvariantCulture),
            BrusselsTime.At(new DateTimeOffset(entry.RecordedAt, TimeSpan.Zero)).ToString($"{Date} HH:mm", CultureInfo.InvariantCulture),
            SpreadsheetCell.Text(text.Worker),
            SpreadsheetCell.Digits(entry.WorkerLogin),
            SpreadsheetCell.Text(text.Client),
            SpreadsheetCell.Digits(entry.UserNumber),
            text.Region,
            text.Activity,
            text.Hours,
            string.Join(", ", text.Flags),
        ];
    }
}
