using Ivr.Server.People.Retention;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary><c>purge</c> deletes data that is too old and keeps what the law requires.</summary>
public sealed class PurgeTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Worker Nobody = new("980999999999", "47000");

    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PrivacyDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Callers_numbers_go_after_six_months_and_their_entries_stay()
    {
        var old = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "7 months");
        var recent = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "5 months");

        await _desk.PurgesAsync("callers' numbers on entries: 1 erased");

        var feed = (await _desk.Database.FeedAsync()).ToDictionary(row => row.Reference);
        Assert.Equal("", feed[old].Caller);
        Assert.Equal((TestData.Nl.Login, TestData.InFlanders, 3), (feed[old].WorkerLogin, feed[old].UserNumber, feed[old].Hours));
        Assert.Equal("+32470000001", feed[recent].Caller);
    }

    [Fact]
    public async Task So_do_those_on_what_was_left_in_an_emergency()
    {
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders, "7 months");
        await _desk.LeaveAsync(TestData.Fr, TestData.InFlanders, "5 months");

        await _desk.PurgesAsync("callers' numbers on emergency entries: 1 erased");

        Assert.Equal(
            [$"{TestData.Nl.Login} 900000006", $"{TestData.Fr.Login} 900000014 +32470000001"],
            await _desk.Database.QueryAsync<string>("""
                select trim(concat_ws(' ', login, reference, caller))
                from emergency_entry join emergency_reference on entry_id = id order by reference
                """));
    }

    [Fact]
    public async Task What_was_left_goes_with_the_entries_of_its_year_and_before_them()
    {
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders, "12 years", await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "12 years"));
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders, "12 years");
        await _desk.LeaveAsync(TestData.Fr, TestData.InFlanders, "9 years", await _desk.RecordAsync(TestData.Fr, TestData.InFlanders, "9 years"));

        await _desk.PurgesAsync("references of emergency entries: 2 deleted", "emergency entries: 2 deleted", "entries: 1 deleted");

        Assert.Equal([TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from emergency_entry"));
        Assert.Equal(TestData.Fr.Login, Assert.Single(await _desk.Database.FeedAsync()).WorkerLogin);
    }

    [Fact]
    public async Task Outages_and_the_calls_that_they_hit_go_after_twelve_months()
    {
        await _desk.HitAsync("13 months");
        await _desk.HitAsync("14 months", isOver: false);
        await _desk.HitAsync("11 months");

        await _desk.PurgesAsync("calls that an outage hit: 2 deleted", "outages: 2 deleted");

        Assert.Equal(1, await _desk.Database.SingleAsync<int>("select count(*) from incident join incident_call on incident_id = id"));
    }

    [Fact]
    public async Task Entries_for_locked_logins_that_nobody_has_go_after_three_months_and_the_others_stay()
    {
        foreach (var (worker, ago) in new[] { (Nobody, "4 months"), (Nobody, "2 months"), (TestData.Nl, "4 months") })
            await _desk.LeaveAsync(worker, TestData.InFlanders, ago);
        await _desk.Database.ExecuteAsync("update emergency_entry set login_locked = true");
        await _desk.LeaveAsync(Nobody, TestData.InFlanders, "4 months");

        await _desk.PurgesAsync("references of entries for locked logins that nobody has: 1 deleted", "entries for locked logins that nobody has: 1 deleted");

        Assert.Equal(3, await _desk.Database.SingleAsync<int>("select count(*) from emergency_entry join emergency_reference on entry_id = id"));
    }

    [Fact]
    public async Task Their_places_go_after_two_days_and_the_ends_of_calls_after_a_quarter_of_an_hour()
    {
        foreach (var ago in new[] { "0 days", "1 day", "3 days" })
            await _desk.TakePlaceAsync(TestData.Nl.Login, ago);
        await _desk.Database.ExecuteAsync("""
            insert into ended_call (call_sid, ended_at)
            select 'CA' || md5(random()::text), now() - make_interval(mins => ago) from (values (16), (14)) as ended (ago)
            """);

        await _desk.PurgesAsync("counts of entries for locked logins: 1 deleted", "ends of calls: 1 deleted");

        Assert.Equal(3, await _desk.Database.SingleAsync<int>("select (select count(*) from locked_login_entry) + (select count(*) from ended_call)"));
    }

    [Fact]
    public async Task So_do_user_numbers_of_nobody_that_companies_gave()
    {
        await _desk.Database.ExecuteAsync("""
            insert into refused_user_number (company_id, refused_at)
            select id, now() - make_interval(mins => ago) from company, (values (61), (50)) as tried (ago) where company_code = 'ALFA'
            """);

        await _desk.PurgesAsync("refused user numbers of companies: 1 deleted");

        Assert.Equal(1, await _desk.Database.SingleAsync<int>("select count(*) from refused_user_number"));
    }

    [Fact]
    public async Task Refused_look_ups_go_after_the_hour_for_which_they_count()
    {
        await _desk.RefuseAsync(TestData.Nl, "61 minutes");
        await _desk.RefuseAsync(TestData.Fr, "50 minutes");

        await _desk.PurgesAsync("refused look-ups: 1 deleted");

        Assert.Equal(
            [TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from refused_look_up join worker on worker.id = worker_id"));
    }

    [Fact]
    public async Task A_mobile_is_forgotten_after_ninety_days_without_an_entry()
    {
        await _desk.RememberAsync(TestData.Nl, "92 days");
        await _desk.RememberAsync(TestData.Fr, "88 days");

        await _desk.PurgesAsync("mobiles that nobody recorded from: 1 deleted");

        Assert.Equal(
            [TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from worker_mobile join worker on worker.id = worker_id"));
    }

    [Fact]
    public async Task The_trace_of_a_call_goes_after_three_months()
    {
        await _desk.TraceAsync(TestData.Nl, "4 months");
        await _desk.TraceAsync(TestData.Fr, "2 months");

        await _desk.PurgesAsync("calls: 1 deleted");

        Assert.Equal([TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from call join worker on worker.id = worker_id"));
    }

    [Fact]
    public async Task Failed_logins_and_their_locks_go_after_three_months()
    {
        await _desk.FailAsync("980111111111", "4 months");
        await _desk.FailAsync("980222222222", "4 months");
        await _desk.FailAsync("980222222222", "2 months");
        await _desk.FailAsync("980333333333", "4 months", lockedUntil: "now() - interval '1 month'");

        await _desk.PurgesAsync("failed logins: 3 deleted", "locks on logins that nobody tried since: 1 deleted");

        Assert.Equal(["980222222222"], await _desk.Database.QueryAsync<string>("select login from login_failure"));
        Assert.Equal(
            ["980222222222 2", "980333333333 1"],
            await _desk.Database.QueryAsync<string>("select login || ' ' || failures from login_lock order by login"));
    }

    [Fact]
    public async Task Entries_go_after_ten_whole_calendar_years_and_not_a_day_before()
    {
        var first = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        var last = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await MoveAsync(first, "make_date(this_year - 10, 1, 1)");
        await MoveAsync(last, "make_date(this_year - 11, 12, 31)");

        await _desk.PurgesAsync("entries: 1 deleted");

        Assert.Equal(first, Assert.Single(await _desk.Database.FeedAsync()).Reference);
    }

    [Fact]
    public async Task Short_numbers_are_free_again_a_year_after_the_client_was_removed()
    {
        await _desk.SaveAsync(TestData.Nl, TestData.InFlanders, "3 years", removedAgo: "13 months");
        await _desk.SaveAsync(TestData.Nl, TestData.InBrussels, "3 years", removedAgo: "11 months");

        await _desk.PurgesAsync("saved clients that were removed: 1 deleted");

        await _desk.SaveAsync(TestData.Nl, TestData.InWallonia, "1 minute");
        Assert.Equal(
            [$"10 {TestData.InWallonia}", $"11 {TestData.InBrussels}"],
            await _desk.Database.QueryAsync<string>("select number || ' ' || user_number from saved_client order by number"));
    }

    [Fact]
    public async Task Saved_clients_go_off_the_list_when_no_entry_is_left_and_keep_their_number_for_a_year()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "9 years");
        await _desk.SaveAsync(TestData.Nl, TestData.InFlanders, "9 years");
        await _desk.SaveAsync(TestData.Nl, TestData.InBrussels, "13 months");
        await _desk.SaveAsync(TestData.Nl, TestData.InWallonia, "11 months");

        await _desk.PurgesAsync("saved clients for whom no entry is left: 1 erased", "saved clients that were removed: 0 deleted");
        await _desk.PurgesAsync("saved clients for whom no entry is left: 0 erased", "saved clients that were removed: 0 deleted");

        Assert.Equal(
            [$"10 {TestData.InFlanders} f", $"11 {TestData.InBrussels} t", $"12 {TestData.InWallonia} f"],
            await _desk.Database.QueryAsync<string>("select concat_ws(' ', number, user_number, removed_at is not null and name is null) from saved_client order by number"));
    }

    [Fact]
    public async Task Configuration_says_for_how_long()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "7 months");
        await _desk.FailAsync("980111111111", "2 months");

        var (exitCode, output, _) = await _desk.RunAsync("purge", "--Retention:CallerMonths=8", "--Retention:LoginMonths=1");

        Assert.Equal(0, exitCode);
        Assert.Contains("callers' numbers on entries: 0 erased", output, StringComparison.Ordinal);
        Assert.Contains("failed logins: 1 deleted", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retention:PrestationYears=6", "Retention:PrestationYears must be between 7 and 100")]
    [InlineData("Retention:CallerMonths=0", "Retention:CallerMonths must be between 1 and 120.")]
    [InlineData("Retention:LoginMonths=-1", "Retention:LoginMonths must be between 1 and 120.")]
    [InlineData("Retention:IncidentMonths=0", "Retention:IncidentMonths must be between 1 and 120.")]
    [InlineData("Retention:CallMonths=0", "Retention:CallMonths must be between 1 and 120.")]
    [InlineData("Retention:LoginMonths=soon", "Failed to convert configuration value 'soon' at 'Retention:LoginMonths'")]
    public async Task A_setting_that_would_take_too_much_is_refused_by_name(string setting, string told)
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "9 years");
        var before = await _desk.EverythingAsync();

        var (exitCode, _, errors) = await _desk.RunAsync("purge", $"--{setting}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The configuration is wrong: {told}", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Fact]
    public async Task Every_table_that_grows_with_calls_has_a_rule()
    {
        var grows = await _desk.Database.QueryAsync<string>("""
            select distinct table_name::text from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and not (select relispartition from pg_class where oid = table_name::regclass)
              and column_name in ('call_sid', 'caller', 'login', 'user_number', 'reference', 'calls_hit',
                                  'made_by', 'tried_at', 'refused_at', 'began_at', 'worker_id', 'client_id')
            """);

        Assert.Equal(grows.Order(), RetentionRules.All.Select(rule => rule.Table).Distinct().Order());
    }

    private Task MoveAsync(string reference, string date) => _desk.Database.ExecuteAsync($"""
        update prestation set service_date = {date}
        from (select extract(year from now() at time zone 'utc')::integer as this_year) as today
        where reference = '{reference}'
        """);
}
