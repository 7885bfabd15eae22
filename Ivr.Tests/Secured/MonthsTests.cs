using System.Net;
using Dapper;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>Each month of entries is a partition: pages read only the months that they show, however many others exist.</summary>
public sealed class MonthsTests(TestCluster cluster) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
        await _server.Database.ExecuteAsync("select add_prestation_partition(month::date) from generate_series('2025-01-01'::date, '2026-04-01', interval '1 month') as month");
        await RecordAsync("2025-02-10");
        await RecordAsync("2026-03-12");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/company")]
    [InlineData("/company/history")]
    [InlineData("/company/history?long=1&worker=nl&client=flanders")]
    [InlineData("/company/history?from=2026-01-01&to=2026-02-01")]
    [InlineData("/company/attempts")]
    [InlineData("/company/export.csv")]
    public async Task A_page_needs_nothing_of_months_that_it_does_not_show(string path)
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        // A query that only plans to read these partitions waits for the lock, and then fails.
        await using var blocked = await _server.Database.OpenAsync();
        await using var transaction = await blocked.BeginTransactionAsync();
        await blocked.ExecuteAsync("lock table prestation_2025_02, prestation_2025_08 in access exclusive mode");

        using var answer = await door.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_live_needs_nothing_of_them_either()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        await using var blocked = await _server.Database.OpenAsync();
        await using var transaction = await blocked.BeginTransactionAsync();
        await blocked.ExecuteAsync("lock table prestation_2025_02, prestation_2025_08 in access exclusive mode");

        await using var stream = await EventStream.OpenAsync(door, "/company/live?since=0");

        Assert.Single((await stream.NextAsync("entries")).References);
    }

    [Fact]
    public async Task An_entry_of_long_ago_has_its_page_and_is_corrected()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        var page = $"/company/entries/{await _server.Database.SingleAsync<string>("select reference from prestation where service_date = '2025-02-10'")}";

        using var corrected = await door.PostAsync(
            page, page, ("seen", "0"), ("activity", "1"), ("hours", "9"), ("date", "2025-01-20"), ("reason", "another day"));

        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Contains(">20/01/2025<", await door.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("20/01/2025", await door.ReadAsync("/company/history?from=2025-01-20&to=2025-01-20"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-reference=\"", await door.ReadAsync("/company/history?from=2025-02-10&to=2025-02-10"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_entry_of_long_ago_that_is_accepted_today_is_among_todays()
    {
        await _server.Database.ExecuteAsync($"""
            insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id, activity, hours,
                                         service_date, language, line, dialled, caller, after_confirmation, left_at)
            select 'CA' || md5('left'), 1, login, true, worker.id, user_number, true, client.id, 1, 7, '2025-12-24', 'nl', 'wallonia', '', '', false,
                   '2025-12-24 12:00Z'
            from worker, client where login = '{TestData.Nl.Login}' and user_number = '{TestData.InBrussels}'
            """);
        var id = await _server.Database.SingleAsync<long>("select id from emergency_entry");
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        await using var stream = await EventStream.OpenAsync(door, "/company/live?since=0");
        await stream.NextAsync("entries");

        (await door.PostAsync("/company/emergencies", "/company/emergencies?handler=Accept", ("id", $"{id}"))).Dispose();

        // An earlier event may arrive first.
        var told = await stream.NextAsync("entries");
        while (told.References.Count == 0)
            told = await stream.NextAsync("entries");
        Assert.Equal(2, told.Total);
        Assert.Contains("24/12/2025", await door.ReadAsync("/company"), StringComparison.Ordinal);
    }

    private Task RecordAsync(string day) => _server.Database.ExecuteAsync($"""
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                caller, call_sid, entry_no, possible_duplicate)
        select worker.company_id, worker.id, client.id, client.region, 1, 3, '{day}', timestamptz '{day} 12:00Z', 'flanders-brussels', '', '',
               'CA' || md5('{day}'), 1, false
        from worker, client where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
        """);
}
