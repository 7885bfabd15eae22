using System.Globalization;
using Ivr.Server.Secured.Entries;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.History;

/// <summary>A bar chart of hours, in the units of an SVG image.</summary>
internal sealed class HoursPlot
{
    public const int Width = 960;

    public const int Height = 220;

    /// <summary>Y coordinate of the bottom of the bars.</summary>
    public const int Floor = 190;

    private const int Ceiling = 14;
    private const int Left = 44;
    private const int MaxDays = 92;
    private const int MaxLabels = 8;

    public HoursPlot(HistoryFilter filter, IReadOnlyList<DayTotal> totals, Language language)
    {
        Rows = totals;
        var days = IsByMonth(filter) ? Months(filter) : Days(filter);
        Highest = NiceAbove(totals.Count == 0 ? 0 : totals.Max(total => total.Hours));
        var hours = totals.ToDictionary(total => total.Day, total => total.Hours);
        var step = (double)(Width - Left) / days.Count;
        Bars = [.. days.Select((day, place) => Bar(day, place, step, hours.GetValueOrDefault(day), filter, days.Count, language))];
    }

    /// <summary>The bars, oldest first.</summary>
    public IReadOnlyList<PlotBar> Bars { get; }

    /// <summary>Value of the top grid line.</summary>
    public int Highest { get; }

    /// <summary>The same data for a table.</summary>
    public IReadOnlyList<DayTotal> Rows { get; }

    /// <summary>The grid lines with their values.</summary>
    public IEnumerable<(double Y, int Hours)> Lines => [(Y(0), 0), (Y(Highest / 2), Highest / 2), (Y(Highest), Highest)];

    /// <summary>True when a bar stands for a month.</summary>
    public static bool IsByMonth(HistoryFilter filter) => filter.To.DayNumber - filter.From.DayNumber >= MaxDays;

    /// <summary>The label of a bar: the day, or the month.</summary>
    public static string Label(DayTotal total, HistoryFilter filter, Language language) => Label(total.Day, filter, language);

    /// <summary>A number in the format of SVG.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double Y(int hours) => Floor - ((Floor - Ceiling) * (double)hours / Highest);

    private PlotBar Bar(DateOnly day, int place, double step, int hours, HistoryFilter filter, int count, Language language) => new(
        Left + (place * step) + (step * .15),
        Y(hours),
        step * .7,
        Floor - Y(hours),
        $"{Label(day, filter, language)}: {hours}",
        place % (int)Math.Ceiling((double)count / MaxLabels) == 0 ? Label(day, filter, language) : null);

    private static string Label(DateOnly day, HistoryFilter filter, Language language) =>
        IsByMonth(filter) ? day.ToString("MM'/'yyyy", CultureInfo.InvariantCulture) : EntryText.Date(day, language)[..^5];

    private static List<DateOnly> Days(HistoryFilter filter) =>
        [.. Enumerable.Range(0, filter.To.DayNumber - filter.From.DayNumber + 1).Select(filter.From.AddDays)];

    private static List<DateOnly> Months(HistoryFilter filter)
    {
        var first = new DateOnly(filter.From.Year, filter.From.Month, 1);
        var count = ((filter.To.Year - first.Year) * 12) + filter.To.Month - first.Month + 1;
        return [.. Enumerable.Range(0, count).Select(first.AddMonths)];
    }

    // An even number, so that the line in the middle stands for whole hours.
    private static int NiceAbove(int hours)
    {
        var unit = (int)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, hours))) - 1)) * 2;
        return Math.Max(4, (hours + unit - 1) / unit * unit);
    }
}

/// <summary>
/// One bar. <c>X</c> is its left and <c>Y</c> its top. <c>Title</c> is the tooltip. <c>Label</c> is the text below; null when there is no
/// room.
/// </summary>
internal sealed record PlotBar(double X, double Y, double Width, double Height, string Title, string? Label);
