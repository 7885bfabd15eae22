using System.Globalization;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>Reads and writes moments as testers write them, in the wall-clock time of Brussels.</summary>
internal static class BrusselsMoment
{
    internal const string Pattern = @"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?( (summer|winter) time)?";

    internal const string Meant = "a moment in Brussels: 2026-03-12 15:30, with seconds if need be; in the night when the clocks go back "
        + "also \"summer time\" or \"winter time\", as that hour comes twice; in the night when they go forward an hour is left out";

    private const string Summer = " summer time";
    private const string Winter = " winter time";

    // No call is made outside these years, and the calculations do not work at either end of the calendar.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>Writes a moment to the minute.</summary>
    public static string Write(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Brussels).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// Writes a moment as it stands in a script: to the second, and with summer or winter time in an hour that comes twice.
    /// </summary>
    public static string WriteToTheSecond(DateTimeOffset moment)
    {
        var time = TimeZoneInfo.ConvertTime(moment, Brussels);
        var which = !Brussels.IsAmbiguousTime(time) ? "" : time.Offset > Brussels.BaseUtcOffset ? Summer : Winter;
        return time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + which;
    }

    /// <summary>
    /// Reads a moment. In an hour that comes twice it takes the first, unless the text says which. Null when there is no such moment.
    /// </summary>
    internal static DateTimeOffset? ReadFirst(string text) => (DateTimeOffset?)(Read(text) ?? Read(text + Summer));

    internal static object? Read(string text)
    {
        var wall = text.Replace(Summer, "", StringComparison.Ordinal).Replace(Winter, "", StringComparison.Ordinal);
        string[] forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        if (!DateTime.TryParseExact(wall, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || time.Year is < FirstYear or > LastYear || Brussels.IsInvalidTime(time))
            return null;
        var offsets = Brussels.IsAmbiguousTime(time) ? Brussels.GetAmbiguousTimeOffsets(time) : [Brussels.GetUtcOffset(time)];
        var meant = offsets.Where(offset => Fits(text, offset)).ToList();
        return meant is [var one] ? new DateTimeOffset(time, one) : null;
    }

    private static bool Fits(string text, TimeSpan offset)
    {
        var isSummer = offset > Brussels.BaseUtcOffset;
        return !text.EndsWith(isSummer ? Winter : Summer, StringComparison.Ordinal);
    }
}
