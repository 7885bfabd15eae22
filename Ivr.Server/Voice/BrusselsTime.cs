namespace Ivr.Server.Voice;

/// <summary>The civil time of the lines.</summary>
public static class BrusselsTime
{
    private static readonly Lazy<TimeZoneInfo> Zone = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));

    /// <summary>The date in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant));

    /// <summary>Date and time in Brussels at an instant.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zones.</exception>
    public static DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone.Value).DateTime;
}
