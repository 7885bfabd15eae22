namespace Ivr.Server.Secured.Entries;

/// <summary>The SQL that reads entries. Lists, streams and exports share it, so that all show the same.</summary>
/// <remarks>
/// Every query limits the recorded days of the entries, from <c>@First</c> to <c>@Last</c> (see <see cref="RecordedDays"/>). Entries are in
/// monthly partitions, and PostgreSQL need not even plan for the partitions outside these days.
/// </remarks>
internal static class EntrySql
{
    // One correction leads from the shown entry to its day, and another from that day to the recorded date.
    private const string NearDays = "day.service_date between @First::date - 62 and @Last::date + 62";

    /// <summary>Maximum hours of one worker in a day that are not flagged. A string, because it is part of SQL and of the flag's text.</summary>
    public const string UsualHours = "9";

    /// <summary>True when the dialled line is not the line of the entry's region.</summary>
    public const string OtherLine = "(entry.line = 'wallonia') <> (entry.region = 'wallonia')";

    /// <summary>Only entries whose recorded date is from <c>@First</c> to <c>@Last</c>.</summary>
    public const string OfDays = "entry.recorded_date between @First::date and @Last::date";

    // More than the usual hours of one worker in a day: uncorrected entries recorded for that day, and entries corrected to it. It reads the
    // tables and not the view: a day is in one partition, and no names are needed.
    private const string IsLong = $"""
        ((select coalesce(sum(day.hours), 0)
          from prestation as day
          where day.company_id = @CompanyId and day.worker_id = entry.worker_id and day.service_date = entry.service_date and {NearDays}
            and not exists (select from prestation_correction as later where later.prestation_id = day.id))
         + (select coalesce(sum(correction.hours), 0)
            from prestation_correction as correction
            join prestation as day on day.id = correction.prestation_id and day.service_date = correction.recorded_date
            where correction.company_id = @CompanyId and correction.service_date = entry.service_date and not correction.cancelled
              and day.worker_id = entry.worker_id and {NearDays}
              and not exists (select from prestation_correction as later
                              where later.prestation_id = correction.prestation_id and later.number > correction.number)) > {UsualHours})
        """;

    /// <summary>Newest first.</summary>
    public const string NewestFirst = "order by entry.recorded_at desc, entry.id desc";

    /// <summary>
    /// Selects the columns of <see cref="Entry"/> from <c>company_entry as entry</c>. <paramref name="where"/> begins with <c>and</c>;
    /// <paramref name="order"/> may end with a limit.
    /// </summary>
    /// <remarks>
    /// The hours of a day are added up once for all of a worker's selected entries of that day. For each entry anew, a page would take
    /// seconds when a worker has thousands of entries in a day.
    /// </remarks>
    public static string Select(string where, string order = "") => $"""
        with selected as materialized (
            select entry.* from company_entry as entry where entry.company_id = @CompanyId and {OfDays} {where} {order}),
        long_day as materialized (
            select worker_id, service_date from (select distinct worker_id, service_date from selected) as entry where {IsLong})
        select entry.id, entry.reference, entry.worker_login, entry.worker_name, entry.user_number, entry.client_name, entry.region,
               entry.activity::integer, entry.hours::integer, entry.service_date, entry.recorded_at, entry.line, entry.possible_duplicate,
               {OtherLine} as other_line, (entry.worker_id, entry.service_date) in (select worker_id, service_date from long_day) as long_day,
               entry.origin, entry.corrections, entry.cancelled, entry.undone
        from selected as entry {order}
        """;
}
