using System.Globalization;
using System.Net.Mime;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Dates;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.History;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Exports;

/// <summary>
/// Exports a company's entries as a file, with the filter of the history. Rows are sent while they are read, a few hundred at a time.
/// </summary>
internal sealed class Export(HistoryQuery query, PageWords words, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    // A spreadsheet runs a cell that begins with one of these characters as a formula. A quotation mark before it prevents that.
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = [.. SpreadsheetCell.FormulaStarts],
        InjectionEscapeCharacter = '\'',
        NewLine = "\r\n",
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/company/export-excel.csv", (HttpContext http, Export export) => export.ExcelAsync(http)).RequireAuthorization(SecuredScheme.CompanyPolicy);
        app.MapGet("/company/export.csv", (HttpContext http, Export export) => export.CsvAsync(http)).RequireAuthorization(SecuredScheme.CompanyPolicy);
        app.MapGet("/company/export.json", (HttpContext http, Export export) => export.JsonAsync(http)).RequireAuthorization(SecuredScheme.CompanyPolicy);
    }

    // For people: opens in Excel with Belgian settings by double click.
    private async Task ExcelAsync(HttpContext http)
    {
        Name(http, $"{MediaTypeNames.Text.Csv}; charset=utf-8", words[ExportWords.FileName], "csv");
        await using var text = Text(http);
        await using var csv = new CsvWriter(text, SpreadsheetCell.Excel);
        var sheet = new ExcelSheet(words.Language);
        await WriteLineAsync(csv, sheet.Titles);
        await foreach (var entry in EntriesAsync(http, http.RequestAborted))
            await WriteLineAsync(csv, sheet.CellsOf(entry));
    }

    // The byte order mark tells Excel that the file is UTF-8.
    private static StreamWriter Text(HttpContext http) => new(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private static Task WriteLineAsync(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        return csv.NextRecordAsync();
    }

    // For programs: codes and UTC, the same in every language.
    private async Task CsvAsync(HttpContext http)
    {
        Name(http, $"{MediaTypeNames.Text.Csv}; charset=utf-8", "entries", "csv");
        await using var text = Text(http);
        await using var csv = new CsvWriter(text, Csv);
        csv.Context.RegisterClassMap<ExportColumns>();
        await csv.WriteRecordsAsync(RowsAsync(http, http.RequestAborted), http.RequestAborted);
    }

    private Task JsonAsync(HttpContext http)
    {
        Name(http, $"{MediaTypeNames.Application.Json}; charset=utf-8", "entries", "json");
        return JsonSerializer.SerializeAsync(http.Response.Body, RowsAsync(http, http.RequestAborted), Json, http.RequestAborted);
    }

    private void Name(HttpContext http, string type, string name, string ending)
    {
        var filter = FilterOf(http);
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"{name}-{TypedDate.Iso(filter.From)}-{TypedDate.Iso(filter.To)}.{ending}\"";
    }

    private HistoryFilter FilterOf(HttpContext http) => HistoryFilter.Read(http.Request.Query, BrusselsTime.DateOf(clock.GetUtcNow()));

    private async IAsyncEnumerable<ExportRow> RowsAsync(HttpContext http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in EntriesAsync(http, cancellation))
            yield return ExportRow.Of(entry);
    }

    // Each part is a short transaction, so a slow client holds no connection.
    private async IAsyncEnumerable<Entry> EntriesAsync(HttpContext http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var companyId = SecuredUser.Of(http.User)!.CompanyId!.Value;
        var filter = FilterOf(http);
        HistoryPlace? place = null;
        do
        {
            var entries = await query.PageAsync(companyId, filter, place, RowsAtOnce, cancellation);
            foreach (var entry in entries)
                yield return entry;
            place = entries.Count == RowsAtOnce ? new(entries[^1].RecordedAt, entries[^1].Id) : null;
        }
        while (place is not null);
    }
}
