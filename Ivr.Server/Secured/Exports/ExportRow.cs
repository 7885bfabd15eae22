using CsvHelper.Configuration;
using Ivr.Server.Secured.Entries;

namespace Ivr.Server.Secured.Exports;

/// <summary>An entry in an export: codes instead of words, the same in every language. New columns are only added at the end.</summary>
internal sealed record ExportRow(
    string Reference,
    DateOnly ServiceDate,
    DateTime RecordedAt,
    string WorkerLogin,
    string? WorkerName,
    string UserNumber,
    string? ClientName,
    string Region,
    int Activity,
    int Hours,
    string Line,
    bool PossibleDuplicate,
    bool OtherLine,
    bool OverNineHours,
    string Origin,
    int Corrections,
    bool Cancelled,
    bool Undone)
{
    public static ExportRow Of(Entry entry) => new(
        entry.Reference, entry.ServiceDate, entry.RecordedAt, entry.WorkerLogin, entry.WorkerName, entry.UserNumber, entry.ClientName,
        entry.Region, entry.Activity, entry.Hours, entry.Line, entry.PossibleDuplicate, entry.OtherLine, entry.LongDay, entry.Origin,
        entry.Corrections, entry.Cancelled, entry.Undone);
}

/// <summary>The names of the columns, the same in CSV and in JSON.</summary>
internal sealed class ExportColumns : ClassMap<ExportRow>
{
    public ExportColumns()
    {
        Map(row => row.Reference).Name("reference");
        Map(row => row.ServiceDate).Name("service_date").TypeConverterOption.Format("yyyy-MM-dd");
        Map(row => row.RecordedAt).Name("recorded_at").TypeConverterOption.Format("yyyy-MM-ddTHH:mm:ssZ");
        Map(row => row.WorkerLogin).Name("worker_login");
        Map(row => row.WorkerName).Name("worker_name");
        Map(row => row.UserNumber).Name("user_number");
        Map(row => row.ClientName).Name("client_name");
        Map(row => row.Region).Name("region");
        Map(row => row.Activity).Name("activity");
        Map(row => row.Hours).Name("hours");
        Map(row => row.Line).Name("line");
        Map(row => row.PossibleDuplicate).Name("possible_duplicate");
        Map(row => row.OtherLine).Name("other_line");
        Map(row => row.OverNineHours).Name("over_nine_hours");
        Map(row => row.Origin).Name("origin");
        Map(row => row.Corrections).Name("corrections");
        Map(row => row.Cancelled).Name("cancelled");
        Map(row => row.Undone).Name("undone");
    }
}
