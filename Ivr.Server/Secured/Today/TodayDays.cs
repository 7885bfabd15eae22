using Ivr.Server.Secured.Entries;

namespace Ivr.Server.Secured.Today;

/// <summary>The recorded dates that entries recorded today can have.</summary>
internal static class TodayDays
{
    /// <summary>The date of the oldest emergency entry that was accepted since <c>@Midnight</c>; null when none was.</summary>
    public const string OldestAccepted = """
        select min(service_date)
        from emergency_decision join emergency_entry on emergency_entry.id = entry_id
        where company_id = @CompanyId and decision = 'accepted' and made_at >= @Midnight
        """;

    /// <summary>
    /// The range of dates. <paramref name="today"/> is the date in Brussels. <paramref name="oldestAccepted"/> is the result of
    /// <see cref="OldestAccepted"/>.
    /// </summary>
    /// <remarks>
    /// A call that began before midnight has the date of the day before. The clock of another node may be a little ahead.
    /// </remarks>
    public static RecordedDays Of(DateOnly today, DateOnly? oldestAccepted) => new(
        oldestAccepted < today.AddDays(-1) ? oldestAccepted.Value : today.AddDays(-1),
        today.AddDays(1));
}
