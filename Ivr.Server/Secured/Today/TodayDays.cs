using Ivr.Server.Secured.Entries;

namespace Ivr.Server.Secured.Today;

/// <summary>With which days what was recorded today can have been recorded.</summary>
internal static class TodayDays
{
    /// <summary>The day of the oldest emergency entry that was accepted since <c>@Midnight</c>; null when none was.</summary>
    public const string OldestAccepted = """
        select min(service_date)
        from emergency_decision join emergency_entry on emergency_entry.id = entry_id
        where company_id = @CompanyId and decision = 'accepted' and made_at >= @Midnight
        """;

    /// <summary>The days.</summary>
    /// <param name="today">The date in Brussels.</param>
    /// <param name="oldestAccepted">See <see cref="OldestAccepted"/>.</param>
    /// <remarks>A call that began before midnight has the day before; the clock of another node may be a little ahead.</remarks>
    public static RecordedDays Of(DateOnly today, DateOnly? oldestAccepted) => new(
        oldestAccepted < today.AddDays(-1) ? oldestAccepted.Value : today.AddDays(-1),
        today.AddDays(1));
}
