using Ivr.Server.CallTrace;
using Ivr.Server.Mobiles;
using Ivr.Server.Prestations;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Words;

namespace Ivr.Server.People.Retention;

/// <summary>All retention rules in the order in which they run: referencing rows before the rows that they refer to.</summary>
internal static class RetentionRules
{
    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        new("callers' numbers on entries", "prestation", CallersBefore, "recorded_at < @Before and caller <> ''", Erase: "caller = ''"),
        new("callers' numbers on emergency entries", "emergency_entry", CallersBefore, "left_at < @Before and caller <> ''", Erase: "caller = ''"),
        new("failed logins", "login_failure", LoginsBefore, "failed_at < @Before"),
        new("locks on logins that nobody tried since", "login_lock", LoginsBefore, """
            coalesce(locked_until < @Before, true)
            and not exists (select from login_failure where login_failure.login = login_lock.login and failed_at >= @Before)
            """),
        new("counts of entries for locked logins", "locked_login_entry", DaysBefore, "day < @Before::date"),
        new("mobiles that nobody recorded from", "worker_mobile", MobilesBefore, "used_on < @Before::date"),
        new("refused look-ups", "refused_look_up", LookUpsBefore, "refused_at < @Before"),
        new("refused user numbers of companies", "refused_user_number", LookUpsBefore, "refused_at < @Before"),
        new("calls", "call", CallsBefore, "started_at < @Before"),
        new("ends of calls", "ended_call", StatesBefore, "ended_at < @Before"),
        new("calls that an outage hit", "incident_call", IncidentsBefore, "hit_at < @Before"),
        new("outages", "incident", IncidentsBefore, """
            coalesce(ended_at, started_at) < @Before and not exists (select from incident_call where incident_id = incident.id)
            """),
        new("references of entries for locked logins that nobody has", "emergency_reference", LoginsBefore, """
            exists (select from emergency_entry where emergency_entry.id = entry_id and login_locked and worker_id is null and left_at < @Before)
            """),
        new("entries for locked logins that nobody has", "emergency_entry", LoginsBefore, """
            login_locked and worker_id is null and left_at < @Before
            and not exists (select from emergency_reference where entry_id = emergency_entry.id)
            """),
        new("references of emergency entries", "emergency_reference", EntriesBefore, """
            exists (select from emergency_entry where emergency_entry.id = entry_id and service_date < @Before::date)
            """),
        new("decisions about emergency entries", "emergency_decision", EntriesBefore, """
            exists (select from emergency_entry where emergency_entry.id = entry_id and service_date < @Before::date)
            """),
        new("emergency entries", "emergency_entry", EntriesBefore, """
            service_date < @Before::date and not exists (select from emergency_reference where entry_id = emergency_entry.id)
            and not exists (select from emergency_decision where entry_id = emergency_entry.id)
            """),
        new("corrections", "prestation_correction", EntriesBefore, """
            exists (select from prestation where prestation.id = prestation_id and prestation.service_date < @Before::date)
            """),
        new("entries", "prestation", EntriesBefore, """
            service_date < @Before::date and not exists (select from emergency_entry where prestation_id = prestation.id)
            and not exists (select from prestation_correction where prestation_id = prestation.id)
            """),
        new("clients for whom no entry of a company is left", "company_client", Now, """
            not exists (select from prestation where prestation.client_id = company_client.client_id and prestation.company_id = company_client.company_id)
            """),
        new("workers who left, of whom no entry is left", "company_former_worker", Now, """
            not exists (select from prestation
                        where prestation.worker_id = company_former_worker.worker_id and prestation.company_id = company_former_worker.company_id)
            """),
        // A removed client's short number goes to nobody else for this time.
        new("saved clients that were removed", "saved_client", YearBefore, "removed_at < @Before"),
        new("saved clients for whom no entry is left", "saved_client", YearBefore, """
            removed_at is null and saved_at < @Before
            and not exists (select from prestation where prestation.worker_id = saved_client.worker_id and prestation.client_id = saved_client.client_id)
            """, Erase: "removed_at = @Before + interval '1 year', name = null"),
        new("sessions at a screen", "secured_session", SessionsBefore, "began_at < @Before"),
        new("locks on names at a screen", "secured_lock", LoginsBefore, "tried_at < @Before"),
        new("erased workers without entries", "worker", Now, """
            erased_at < @Before
            and not exists (select from prestation where worker_id = worker.id)
            and not exists (select from emergency_entry where worker_id = worker.id)
            and not exists (select from refused_look_up where worker_id = worker.id)
            and not exists (select from worker_mobile where worker_id = worker.id)
            and not exists (select from call where worker_id = worker.id)
            """),
        new("erased clients without entries", "client", Now, """
            erased_at < @Before
            and not exists (select from prestation where client_id = client.id)
            and not exists (select from emergency_entry where client_id = client.id)
            and not exists (select from saved_client where client_id = client.id)
            """),
    ];

    private static DateTime CallersBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.CallerMonths);

    private static DateTime LoginsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.LoginMonths);

    private static DateTime CallsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.CallMonths);

    private static DateTime IncidentsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.IncidentMonths);

    // Refused look-ups count for this time, and have no use after it.
    private static DateTime LookUpsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime - ClientDirectory.Remembered;

    // Entries for a locked login are counted by the date of the call in Brussels, which may be a day ahead of UTC.
    private static DateTime DaysBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddDays(-1);

    // Days are those of Brussels, which may be ahead of UTC.
    private static DateTime MobilesBefore(RetentionOptions options, DateTimeOffset now) =>
        BrusselsTime.DateOf(now).AddDays(-MobileDesk.DaysUnused).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateTime YearBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddYears(-1);

    private static DateTime StatesBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime - CallTable.Longest;

    private static DateTime SessionsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime - SecuredScheme.Longest;

    // The legal period begins on the first of January after the year of the work.
    private static DateTime EntriesBefore(RetentionOptions options, DateTimeOffset now) =>
        new(now.UtcDateTime.Year - options.PrestationYears, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static DateTime Now(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime;
}
