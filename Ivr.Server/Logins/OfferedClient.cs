using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.StateMachine;

namespace Ivr.Server.Logins;

/// <summary>
/// The client to offer to a worker, found in the same round trip as the login: the client whose telephone calls, or else the client of the
/// worker's last two entries on this weekday, if they are alike and not corrected, and nothing is on record today. Entries for an earlier company of the worker
/// do not count. Neither do the entries of this call, because the webhook of the login may be repeated.
/// </summary>
internal static class OfferedClient
{
    /// <summary>
    /// Joins for a statement with <c>worker</c>, <c>@Caller</c> and <c>@CallSid</c>: <c>telephone</c> and <c>habit</c>, each with at most one
    /// row. They read the same two months as the look-up of a client.
    /// </summary>
    public static string Joins(DateOnly today) => $"""
        left join lateral (
            select client.user_number
            from client
            where client.id = client_of_phone(@Caller) and client.active
              and exists (select from prestation
                          where worker_id = worker.id and client_id = client.id and company_id = worker.company_id
                            and service_date {DateLiteral.SinceMonthBefore(today)} and call_sid <> @CallSid
                            and not {CancelledEntry.Sql("prestation")})
        ) as telephone on true
        left join lateral (
            select client.user_number, last_two.activity, last_two.hours
            from (select min(client_id) as client_id, min(activity)::integer as activity, min(hours)::integer as hours
                  from (select client_id, activity, hours,
                               exists (select from prestation_correction where prestation_id = prestation.id) as is_corrected
                        from prestation
                        where worker_id = worker.id and company_id = worker.company_id
                          and service_date in ({SameWeekday(today)}) and call_sid <> @CallSid
                          and not {CancelledEntry.Sql("prestation")}
                        order by service_date desc, recorded_at desc
                        limit 2) as entry
                  having count(*) = 2 and count(distinct (client_id, activity, hours)) = 1 and not bool_or(is_corrected)) as last_two
            join client on client.id = last_two.client_id and client.active
            where not exists (select from prestation
                              where worker_id = worker.id and service_date = {DateLiteral.Sql(today)} and call_sid <> @CallSid
                                and not {CancelledEntry.Sql("prestation")})
        ) as habit on true
        """;

    /// <summary>The offer for the columns of the joins; null when both are empty. Only one client is offered, and the telephone decides.</summary>
    public static Offer? From(string? telephone, string? habit, int? activity, int? hours) => (telephone, habit) switch
    {
        ({ } client, _) when client == habit => new(client, OfferReason.Telephone, activity, hours),
        ({ } client, _) => new(client, OfferReason.Telephone),
        (_, { } client) => new(client, OfferReason.LastTime, activity, hours),
        _ => null,
    };

    // Four weeks: a habit outlasts two weeks of holidays.
    private static string SameWeekday(DateOnly today) =>
        string.Join(", ", Enumerable.Range(1, 4).Select(week => DateLiteral.Sql(today.AddDays(-7 * week))));
}
