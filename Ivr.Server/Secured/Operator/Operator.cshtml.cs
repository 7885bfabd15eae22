using System.Globalization;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.Operator;

/// <summary>The operator's page.</summary>
[Authorize(Policy = SecuredScheme.OperatorPolicy)]
internal sealed class OperatorModel(OperatorQuery query, PageWords words) : PageModel
{
    private const int TicksApart = 10;

    public OperatorReport Report { get; private set; } = null!;

    /// <summary>Calls per minute, by line.</summary>
    public IReadOnlyList<Series> ByLine =>
        [.. OperatorWords.AllLines.Select(line => new Series(words[OperatorWords.OfLine(line)], PerMinute(begun => begun.Line == line)))];

    /// <summary>Calls per minute, by language.</summary>
    public IReadOnlyList<Series> ByLanguage =>
        [.. Enum.GetValues<Language>().Select(language => new Series(CommonWords.LanguageName.In(language), PerMinute(begun => begun.Language == language.Code())))];

    /// <summary>Number of calls by duration.</summary>
    public Series BySeconds => new(
        words[OperatorWords.Calls],
        [.. Enumerable.Range(0, SecondsCount.Bins).Select(bin => (double)Report.Seconds.Where(row => row.Bin == bin).Sum(row => row.Calls))]);

    /// <summary>Labels under the columns of time.</summary>
    public IReadOnlyDictionary<int, string> TimeTicks => Enumerable.Range(0, Report.Period.Columns)
        .Where(column => column % TicksApart == 0)
        .ToDictionary(column => column, TimeOf);

    /// <summary>Labels under the columns of duration, in seconds.</summary>
    public static IReadOnlyDictionary<int, string> SecondsTicks => Enumerable.Range(0, SecondsCount.Bins)
        .Where(bin => bin % 4 == 0)
        .ToDictionary(bin => bin, bin => (bin * SecondsCount.Width).ToString(CultureInfo.InvariantCulture));

    public async Task OnGetAsync(string? period) => Report = await query.AskAsync(OperatorPeriod.Named(period), HttpContext.RequestAborted);

    /// <summary>Start of a column, in Brussels time.</summary>
    public string TimeOf(int column) => Clock(Report.Period.Since(Report.At) + column * Report.Period.Column);

    /// <summary>A moment in Brussels time.</summary>
    public static string Clock(DateTime utc, string format = "HH:mm") => BrusselsTime.At(new(utc, TimeSpan.Zero)).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A part of a whole in per cent; a dash when the whole is 0.</summary>
    public static string Percent(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");

    /// <summary>The length of a bar, from 0 to 100.</summary>
    public static string Bar(double part, double whole) => (whole == 0 ? 0 : 100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture);

    private double[] PerMinute(Func<Begun, bool> isMeant)
    {
        var columns = new double[Report.Period.Columns];
        foreach (var begun in Report.Begun.Where(isMeant).Where(begun => begun.Column < columns.Length))
            columns[begun.Column] += begun.Calls / Report.Period.Column.TotalMinutes;
        return columns;
    }
}
