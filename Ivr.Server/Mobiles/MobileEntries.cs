namespace Ivr.Server.Mobiles;

/// <summary>
/// Counts the entries of a worker from a mobile, in the statement that records them: a call asks the database no more often for it. Both parts
/// read the row <c>recorded</c> of that statement, with its <c>deliveries</c>. Parameters: <c>@Mark</c>, <c>@WorkerId</c>, <c>@CallSid</c>,
/// <c>@EntryNumber</c>, <c>@ServiceDate</c>.
/// </summary>
internal static class MobileEntries
{
    private static readonly string Unused = $"worker_mobile.used_on < excluded.used_on - {MobileDesk.DaysUnused}";

    /// <summary>Counts the entry on the first delivery. After 90 days without an entry, the count begins again, and the login is not remembered.</summary>
    /// <remarks>
    /// A repeat adds 0 entries, but writes too: it waits for the first delivery and so sees what that one counted. From the fourth entry
    /// on, a row is written once a day.
    /// </remarks>
    public static readonly string Counted = $"""
        counted as (
            insert into worker_mobile (mark, worker_id, entries, call_sid, entry_no, used_on)
            select @Mark, @WorkerId, (deliveries = 1)::integer, @CallSid, @EntryNumber, @ServiceDate from recorded
            on conflict (mark, worker_id) do update set
                entries = case when {Unused} then excluded.entries else least(worker_mobile.entries + excluded.entries, 3) end,
                call_sid = case when {Unused} or (excluded.entries = 1 and worker_mobile.entries < 3) then excluded.call_sid else worker_mobile.call_sid end,
                entry_no = case when {Unused} or (excluded.entries = 1 and worker_mobile.entries < 3) then excluded.entry_no else worker_mobile.entry_no end,
                remembered_at = case when {Unused} then null else worker_mobile.remembered_at end,
                used_on = greatest(worker_mobile.used_on, excluded.used_on)
            where worker_mobile.entries < 3 or worker_mobile.used_on < excluded.used_on or excluded.entries = 0
            returning entries = 3 and (call_sid, entry_no) = (@CallSid, @EntryNumber) as is_third
        )
        """;

    /// <summary>Whether this is the third entry and no other worker's login is remembered there; the same for each delivery.</summary>
    public static readonly string MayRemember = $"""
        coalesce((select is_third from counted), false)
        and not exists (select from worker_mobile where mark = @Mark and worker_id <> @WorkerId and remembered_at is not null
                          and used_on >= @ServiceDate - {MobileDesk.DaysUnused})
        """;
}
