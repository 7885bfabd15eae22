using Dapper;
using Ivr.Server.People.Retention;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary>How <c>purge</c> runs: as a dry run, in batches, one at a time, interrupted, and during calls.</summary>
public sealed class PurgeRunTests(TestCluster cluster) : IAsyncLifetime
{
    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PrivacyDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "12 years");
        await _desk.FailAsync("980111111111", "4 months");
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders, "12 years");
        await _desk.RefuseAsync(TestData.Nl, "2 hours");
        await _desk.HitAsync("2 years");
        await _desk.TraceAsync(TestData.Nl, "4 months");
        await _desk.TakePlaceAsync(TestData.Nl.Login, "3 days");
        await _desk.RememberAsync(TestData.Nl, "92 days");
        var before = await _desk.EverythingAsync();

        var (exitCode, output, errors) = await _desk.RunAsync("purge", "--dry-run");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "callers' numbers on entries: 1", "callers' numbers on emergency entries: 1", "failed logins: 1",
                "locks on logins that nobody tried since: 1", "counts of entries for locked logins: 1", "mobiles that nobody recorded from: 1", "refused look-ups: 1", "refused user numbers of companies: 0",
                "calls: 1", "ends of calls: 0", "calls that an outage hit: 1", "outages: 0",
                "references of entries for locked logins that nobody has: 0", "entries for locked logins that nobody has: 0",
                "references of emergency entries: 1", "decisions about emergency entries: 0", "emergency entries: 0", "corrections: 0",
                "entries: 1", "clients for whom no entry of a company is left: 0",
                "workers who left, of whom no entry is left: 0", "saved clients that were removed: 0", "saved clients for whom no entry is left: 0", "sessions at a screen: 0", "locks on names at a screen: 0",
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
        await Eventually.TrueAsync(async () => await LeftAsync() < rows, "The first batch");

        var exitCode = await purge.InterruptAsync();

        Assert.Equal(130, exitCode);
        Assert.Equal("Interrupted: the rest goes with the next purge.", Assert.Single(purge.Errors));
        var left = await LeftAsync();
        Assert.InRange(left, 1, rows - Purge.BatchSize);
        Assert.Contains($"failed logins: {rows - left} deleted", purge.Output, StringComparison.Ordinal);
        await _desk.Database.ExecuteAsync("drop trigger slow on login_failure");
        await _desk.PurgesAsync($"failed logins: {left} deleted");
    }

    [Fact]
    public async Task Calls_go_on_while_it_is_at_work_and_a_row_that_a_call_holds_is_left_for_the_next_time()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "7 months");
        var held = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "8 months");
        await using var call = await _desk.Database.OpenAsync();
        await using var transaction = await call.BeginTransactionAsync();
        await call.ExecuteAsync($"update prestation set deliveries = deliveries + 1 where reference = '{held}'");

        await _desk.PurgesAsync("callers' numbers on entries: 1 erased");
        await transaction.CommitAsync();
        await _desk.PurgesAsync("callers' numbers on entries: 1 erased");
    }

    private Task<int> LeftAsync() => _desk.Database.SingleAsync<int>("select count(*) from login_failure");
}
