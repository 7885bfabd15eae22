using System.Globalization;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>Moments as a tester writes them: by the clock on a wall in Brussels.</summary>
internal static class BrusselsMoment
{
    internal const string Pattern = @"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?( (summer|winter) time)?";

    internal const string Meant = "a moment in Brussels: 2026-03-12 15:30, with seconds if need be; in the night when the clocks go back "
        + "also \"summer time\" or \"winter time\", as that hour comes twice; in the night when they go forward an hour is left out";

    private const string Summer = " summer time";
    private const string Winter = " winter time";

    // Beyond it no call is made, and at either end of the calendar the sums do not work.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The moment as it is written.</summary>
    public static string Write(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Brussels).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The moment as it stands in a script: to the second, and with its time where an hour comes twice.</summary>
    public static string WriteToTheSecond(DateTimeOffset moment)
    {
        var time = TimeZoneInfo.ConvertTime(moment, Brussels);
        var which = !Brussels.IsAmbiguousTime(time) ? "" : time.Offset > Brussels.BaseUtcOffset ? Summer : Winter;
        return time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + which;
    }

    /// <summary>The moment that is written; of an hour that comes twice the first, unless the text says which.</summary>
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
