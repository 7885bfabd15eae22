namespace Ivr.Server.Secured.Entries;

/// <summary>How entries are read: one text for lists, streams and exports, so that none shows what another does not.</summary>
internal static class EntrySql
{
    /// <summary>The region's own line is not the one that was dialled.</summary>
    public const string OtherLine = "(entry.line = 'wallonia') <> (entry.region = 'wallonia')";

    /// <summary>More than nine hours of one worker in a day. A correction moves a date by a month at most.</summary>
    public const string LongDay = """
        (select sum(day.hours) from company_entry as day
         where day.company_id = @CompanyId and day.worker_id = entry.worker_id and not day.cancelled
           and day.service_date = entry.service_date
           and day.recorded_date between entry.service_date - 31 and entry.service_date + 31) > 9
        """;

    /// <summary>The columns of <see cref="Entry"/>, from <c>company_entry as entry</c>; a condition follows.</summary>
    public const string Select = $"""
        select entry.id, entry.reference, entry.worker_login, entry.worker_name, entry.user_number, entry.client_name, entry.region,
               entry.activity::integer, entry.hours::integer, entry.service_date, entry.recorded_at, entry.line, entry.possible_duplicate,
               {OtherLine} as other_line, coalesce({LongDay}, false) as long_day, entry.origin, entry.corrections, entry.cancelled
        from company_entry as entry
        where entry.company_id = @CompanyId
        """;
}
