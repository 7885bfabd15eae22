using System.Globalization;

namespace Ivr.Server.Words;

/// <summary>Time in Brussels, the time zone of all lines.</summary>
internal static class BrusselsTime
{
    private static readonly Lazy<TimeZoneInfo> Zone = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));

    /// <summary>Returns the date in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant));

    /// <summary>Returns the date and time in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public static DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone.Value).DateTime;

    /// <summary>Returns the start of the current day in Brussels.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public static DateTimeOffset MidnightBefore(DateTimeOffset instant) => MidnightOf(DateOf(instant));

    /// <summary>Returns the start of a date in Brussels. Clock changes there never happen at midnight.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public static DateTimeOffset MidnightOf(DateOnly date) =>
        new(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), Zone.Value), TimeSpan.Zero);

    /// <summary>Formats the local time in Brussels to the minute. In the hour that occurs twice in autumn it adds the season.</summary>
    /// <returns><c>2026-03-12 15:30</c>, or in that hour <c>2026-10-25 02:30 summer time</c>.</returns>
    public static string Wall(DateTimeOffset instant)
    {
        var there = TimeZoneInfo.ConvertTime(instant, Zone.Value);
        var which = (Zone.Value.IsAmbiguousTime(there), there.Offset > Zone.Value.BaseUtcOffset) switch
        {
            (false, _) => "",
            (true, true) => " summer time",
            (true, false) => " winter time",
        };
        return there.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + which;
    }
}
