namespace Ivr.Server.Privacy.Retention;

/// <summary>All that is not kept for ever, in the order in which it goes: what points somewhere before what it points to.</summary>
public static class RetentionRules
{
    /// <summary>The rules, one line each.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        new("callers' numbers on entries", "prestation", CallersBefore, "recorded_at < @Before and caller <> ''", Erase: "caller = ''"),
        new("failed logins", "login_failure", LoginsBefore, "failed_at < @Before"),
        new("locks on logins that nobody tried since", "login_lock", LoginsBefore, """
            coalesce(locked_until < @Before, true)
            and not exists (select from login_failure where login_failure.login = login_lock.login and failed_at >= @Before)
            """),
        new("entries", "prestation", EntriesBefore, "service_date < @Before::date"),
        new("erased workers without entries", "worker", Now, """
            erased_at < @Before and not exists (select from prestation where worker_id = worker.id)
            """),
        new("erased clients without entries", "client", Now, """
            erased_at < @Before and not exists (select from prestation where client_id = client.id)
            """),
    ];

    private static DateTime CallersBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.CallerMonths);

    private static DateTime LoginsBefore(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime.AddMonths(-options.LoginMonths);

    // The law counts from the first of January after the year of the work.
    private static DateTime EntriesBefore(RetentionOptions options, DateTimeOffset now) =>
        new(now.UtcDateTime.Year - options.PrestationYears, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static DateTime Now(RetentionOptions options, DateTimeOffset now) => now.UtcDateTime;
}
