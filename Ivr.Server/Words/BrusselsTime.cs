using System.Globalization;

namespace Ivr.Server.Words;

/// <summary>The civil time of the lines.</summary>
internal static class BrusselsTime
{
    private static readonly Lazy<TimeZoneInfo> Zone = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));

    /// <summary>The date in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant));

    /// <summary>Date and time in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone.Value).DateTime;

    /// <summary>When the day began that it is in Brussels.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateTimeOffset MidnightBefore(DateTimeOffset instant) => MidnightOf(DateOf(instant));

    /// <summary>When a date begins in Brussels; clocks there never change at midnight.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateTimeOffset MidnightOf(DateOnly date) =>
        new(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), Zone.Value), TimeSpan.Zero);

    /// <summary>What a clock on a wall in Brussels shows, to the minute; an hour that comes twice says which one it is.</summary>
    /// <returns><c>2026-03-12 15:30</c>, in autumn's night also <c>2026-10-25 02:30 summer time</c>.</returns>
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
