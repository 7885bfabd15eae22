using System.Diagnostics;
using Dapper;
using Ivr.Server.Privacy.Retention;
using Ivr.Tests.Host;

namespace Ivr.Tests.Privacy;

/// <summary><c>purge</c>: what is too old goes, a batch at a time; what the law wants kept stays.</summary>
public sealed class PurgeTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PrivacyDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Callers_numbers_go_after_six_months_and_their_entries_stay()
    {
        var old = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "7 months");
        var recent = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "5 months");

        await PurgesAsync("callers' numbers on entries: 1 erased");

        var feed = (await _desk.Database.FeedAsync()).ToDictionary(row => row.Reference);
        Assert.Equal("", feed[old].Caller);
        Assert.Equal((TestData.Nl.Login, TestData.InFlanders, 3), (feed[old].WorkerLogin, feed[old].UserNumber, feed[old].Hours));
        Assert.Equal("+32470000001", feed[recent].Caller);
    }

    [Fact]
    public async Task Failed_logins_and_their_locks_go_after_three_months()
    {
        await _desk.FailAsync("980111111111", "4 months");
        await _desk.FailAsync("980222222222", "4 months");
        await _desk.FailAsync("980222222222", "2 months");
        await _desk.FailAsync("980333333333", "4 months", lockedUntil: "now() - interval '1 month'");

        await PurgesAsync("failed logins: 3 deleted", "locks on logins that nobody tried since: 1 deleted");

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
        await _desk.Database.ExecuteAsync($"""
            update prestation set service_date = make_date(extract(year from now() at time zone 'utc')::integer - 10, 1, 1) where reference = '{first}';
            update prestation set service_date = make_date(extract(year from now() at time zone 'utc')::integer - 11, 12, 31) where reference = '{last}';
            """);

        await PurgesAsync("entries: 1 deleted");

        Assert.Equal(first, Assert.Single(await _desk.Database.FeedAsync()).Reference);
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
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "12 years");
        await _desk.FailAsync("980111111111", "4 months");
        var before = await _desk.EverythingAsync();

        var (exitCode, output, errors) = await _desk.RunAsync("purge", "--dry-run");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "callers' numbers on entries: 1", "failed logins: 1", "locks on logins that nobody tried since: 1", "entries: 1",
                "erased workers without entries: 0", "erased clients without entries: 0", "Nothing was changed: this was a dry run.",
            ],
            output.Split('\n'));
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Fact]
    public async Task Of_two_at_once_one_does_nothing_and_says_so_with_exit_code_2()
    {
        await _desk.FailAsync("980111111111", "4 months");
        await using var other = await _desk.Database.OpenAsync();
        await other.ExecuteAsync($"select pg_advisory_lock({Purge.AdvisoryLock})");

        var (exitCode, output, errors) = await _desk.RunAsync("purge");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal("Another purge is at work on this database: nothing was done.", Assert.Single(errors));
        Assert.Equal(1, await _desk.Database.SingleAsync<int>("select count(*) from login_failure"));
    }

    [Fact]
    public async Task One_that_is_interrupted_ends_after_its_batch_and_the_next_one_does_the_rest()
    {
        const int rows = 5 * Purge.BatchSize;
        await _desk.Database.ExecuteAsync($"""
            insert into login_failure (call_sid, try_no, login, failed_at)
            select 'CA' || md5(n::text), 1, '980111111111', now() - interval '4 months' from generate_series(1, {rows}) as n;
            create function take_time() returns trigger language plpgsql as 'begin perform pg_sleep(2); return null; end';
            create trigger slow after delete on login_failure for each statement execute function take_time();
            """);
        await using var purge = _desk.Start("purge");
        var watch = Stopwatch.StartNew();
        while (await LeftAsync() == rows)
        {
            Assert.True(watch.Elapsed < Patience, "No batch goes.");
            await Task.Delay(20);
        }

        var exitCode = await purge.InterruptAsync();

        Assert.Equal(130, exitCode);
        Assert.Equal("Interrupted: the rest goes with the next purge.", Assert.Single(purge.Errors));
        var left = await LeftAsync();
        Assert.InRange(left, 1, rows - Purge.BatchSize);
        Assert.Contains($"failed logins: {rows - left} deleted", purge.Output, StringComparison.Ordinal);
        await _desk.Database.ExecuteAsync("drop trigger slow on login_failure");
        await PurgesAsync($"failed logins: {left} deleted");
    }

    [Fact]
    public async Task Calls_go_on_while_it_is_at_work_and_a_row_that_a_call_holds_is_left_for_the_next_time()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "7 months");
        var held = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "8 months");
        await using var call = await _desk.Database.OpenAsync();
        await using var transaction = await call.BeginTransactionAsync();
        await call.ExecuteAsync($"update prestation set deliveries = deliveries + 1 where reference = '{held}'");

        await PurgesAsync("callers' numbers on entries: 1 erased");
        await transaction.CommitAsync();
        await PurgesAsync("callers' numbers on entries: 1 erased");
    }

    [Fact]
    public async Task Every_table_that_grows_with_calls_has_a_rule()
    {
        var grows = await _desk.Database.QueryAsync<string>("""
            select distinct table_name::text from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('call_sid', 'caller', 'login', 'user_number')
            order by 1
            """);

        Assert.Equal(grows, RetentionRules.All.Select(rule => rule.Table).Distinct().Order());
    }

    private Task<int> LeftAsync() => _desk.Database.SingleAsync<int>("select count(*) from login_failure");

    private async Task PurgesAsync(params string[] told)
    {
        var (exitCode, output, errors) = await _desk.RunAsync("purge");
        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain('\u001B', output);
        Assert.All(told, line => Assert.Contains(line, output.Split('\n')));
    }
}
