using System.Net;
using Dapper;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Secured;

/// <summary>A company sees its own rows only, for any request, and also when the server asks for other rows by mistake.</summary>
public sealed class IsolationTests(TestCluster cluster) : IAsyncLifetime
{
    private TestServer _server = null!;
    private string _theirs = "";
    private long _left;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        _theirs = Assert.Single(await _server.Database.FeedAsync()).Reference;
        await _server.Database.ExecuteAsync($"""
            insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id, activity, hours,
                                         service_date, language, line, dialled, caller, after_confirmation, left_at)
            select 'CA' || md5('left'), 1, login, true, worker.id, user_number, true, client.id, 1, 3, '2026-03-12', 'nl', 'wallonia', '', '', false, now()
            from worker, client where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
            """);
        _left = await _server.Database.SingleAsync<long>("select id from emergency_entry");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/company")]
    [InlineData("/company/history")]
    [InlineData("/company/history?worker=980000000011")]
    [InlineData("/company/history?client=100000000135&company=ALFA&companyId=1&CompanyId=1")]
    [InlineData("/company/history?after=9999999999999999.1&worker=nl")]
    [InlineData("/company/emergencies")]
    [InlineData("/company/saved-clients")]
    [InlineData("/company/export.csv")]
    [InlineData("/company/export.json?worker=980000000011")]
    public async Task Pages_filters_and_files_show_nothing_of_another_company(string path)
    {
        using var own = new Door(_server);
        await own.SignInAsync(Visitors.OfAlfa);
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfBeta);

        var shown = await door.ReadAsync(path);

        // The form shows the filter again.
        if (!path.Contains(TestData.Nl.Login, StringComparison.Ordinal))
            Assert.DoesNotContain(TestData.Nl.Login, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Worker nl", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Client in Flanders", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(_theirs, shown, StringComparison.Ordinal);
        if (!path.Contains('&', StringComparison.Ordinal))
            Assert.Contains("Worker nl", await own.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_numbers_in_addresses_and_forms_change_nothing()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfBeta);
        var page = $"/company/entries/{_theirs}";

        using var entry = await door.GetAsync(page);
        using var corrected = await door.PostAsync(
            "/company", page, ("seen", "0"), ("activity", "1"), ("hours", "9"), ("date", "2026-03-12"), ("reason", "ours"), ("CompanyId", "1"));
        using var accepted = await door.PostAsync("/company", "/company/emergencies?handler=Accept", ("id", $"{_left}"));
        using var refused = await door.PostAsync("/company", "/company/emergencies?handler=Refuse", ("id", $"{_left}"), ("reason", "ours"));

        Assert.Equal(HttpStatusCode.NotFound, entry.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, corrected.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("waiting", await _server.Database.SingleAsync<string>("select status from emergency_entry"));
        Assert.Equal(0, await _server.Database.SingleAsync<int>(
            "select (select count(*) from prestation_correction) + (select count(*) from emergency_decision)"));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("BETA", 0)]
    [InlineData("ALFA", 1)]
    public async Task The_role_of_the_pages_sees_the_rows_of_the_company_that_was_named_and_none_without(string? company, int rows)
    {
        await using var connection = await OpenAsync(company);

        foreach (var table in new[] { "prestation", "company_entry", "emergency_entry", "client" })
            Assert.Equal(rows, await connection.ExecuteScalarAsync<int>($"select count(id) from {table}"));
        Assert.Equal(company is null ? 0 : 1, await connection.ExecuteScalarAsync<int>("select count(id) from company"));
        Assert.Equal(company is null ? 0 : 3, await connection.ExecuteScalarAsync<int>("select count(id) from worker"));
    }

    [Theory]
    [InlineData("select password_hash from worker")]
    [InlineData("select phone from client")]
    [InlineData("select caller from prestation")]
    [InlineData("select mark from worker_mobile")]
    [InlineData("update worker_mobile set remembered_at = now()")]
    [InlineData("select caller from call")]
    [InlineData("select * from secured_user")]
    [InlineData("select * from secured_session")]
    [InlineData("select * from prestation_feed")]
    [InlineData("select * from prestation_correction_feed")]
    [InlineData("select xml from data_protection_key")]
    [InlineData("update prestation set hours = 9")]
    [InlineData("delete from prestation")]
    [InlineData("insert into prestation (company_id) values (1)")]
    [InlineData("delete from saved_client")]
    [InlineData("update saved_client set number = 99")]
    [InlineData("update saved_client set company_id = 1")]
    [InlineData("insert into saved_client (client_id) values (1)")]
    [InlineData("select call_sid from saved_client")]
    [InlineData("update prestation_correction set hours = 9")]
    [InlineData("delete from prestation_correction")]
    [InlineData("update prestation_correction set origin = 'phone'")]
    [InlineData("select * from entries_of_day(1, now()::date)")]
    [InlineData("select undo_prestation('', 1, now()::date, 1, now(), now(), now())")]
    [InlineData("update emergency_entry set status = 'refused'")]
    [InlineData("insert into emergency_decision (entry_id) values (1)")]
    [InlineData("alter table prestation disable row level security")]
    [InlineData("create table more ()")]
    public async Task The_role_of_the_pages_may_do_nothing_else(string statement)
    {
        await using var connection = await OpenAsync("ALFA");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task It_writes_nothing_for_another_company_either()
    {
        var (entry, alfa, beta) = await _server.Database.SingleAsync<(long, long, long)>("""
            select (select id from prestation), (select id from company where company_code = 'ALFA'), (select id from company where company_code = 'BETA')
            """);
        await using var connection = await OpenAsync("BETA");

        foreach (var company in new[] { alfa, beta })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"""
                insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
                values ({entry}, '2026-03-12', 1, {company}, 1, 9, '2026-03-12', false, 'ours', 'us', now())
                """));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        var theirs = await _server.Database.SingleAsync<long>($"select id from worker where login = '{TestData.Nl.Login}'");
        var saved = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"""
            insert into saved_client (worker_id, company_id, user_number, saved_at) values ({theirs}, {beta}, '{TestData.InFlanders}', now())
            """));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, saved.SqlState);

        Assert.Null(await connection.ExecuteScalarAsync<string?>($"select accept_emergency_entry({_left}, null, 'us', now())"));
        Assert.False(await connection.ExecuteScalarAsync<bool>($"select refuse_emergency_entry({_left}, 'ours', 'us', now())"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("BETA", false)]
    [InlineData("ALFA", true)]
    public async Task That_a_worker_s_short_numbers_are_used_up_is_told_to_the_worker_s_company_alone(string? company, bool told)
    {
        await _server.Database.ExecuteAsync($"""
            insert into client (user_number, name, region, language, active)
            select (200000000000 + n)::text, 'Client ' || n, 'flanders', 'nl', true from generate_series(1, 90) as n;
            insert into saved_client (worker_id, company_id, client_id, saved_at)
            select worker.id, worker.company_id, client.id, now() from worker, client where login = '{TestData.Nl.Login}' and user_number like '2000%'
            """);
        var theirs = await _server.Database.SingleAsync<long>($"select id from worker where login = '{TestData.Nl.Login}'");
        await using var connection = await OpenAsync(company);

        Assert.Equal(told, await connection.ExecuteScalarAsync<bool>($"select short_numbers_used_up({theirs})"));
    }

    [Fact]
    public async Task The_server_itself_may_not_decide_for_a_company()
    {
        await using var connection = new NpgsqlConnection($"{TestCluster.AsServer(_server.Database.ConnectionString)};Pooling=false");
        await connection.OpenAsync();

        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"select accept_emergency_entry({_left}, null, 'us', now())"));
    }

    [Fact]
    public async Task Pages_that_wait_for_ever_leave_the_calls_alone()
    {
        await using var blocked = await _server.Database.OpenAsync();
        await using var transaction = await blocked.BeginTransactionAsync();
        await blocked.ExecuteAsync("lock table secured_session in access exclusive mode");
        using var door = new Door(_server);
        var waiting = Enumerable.Range(0, 20).Select(_ => door.TryAsync(Visitors.OfBeta.Login, Visitors.OfBeta.Password)).ToList();

        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.De.Keys + TestData.InBrussels + "131");

        Assert.Equal(2, (await _server.Database.FeedAsync()).Count);
        await transaction.RollbackAsync();
        await Task.WhenAll(waiting);
    }

    private async Task<NpgsqlConnection> OpenAsync(string? company)
    {
        var connection = new NpgsqlConnection($"{TestCluster.AsServer(_server.Database.ConnectionString)};Pooling=false");
        await connection.OpenAsync();
        if (company is not null)
            await connection.ExecuteAsync("select set_config('ivr.company_id', (select id::text from company where company_code = @company), false)", new { company });
        await connection.ExecuteAsync($"set role {TestCluster.ServerRole}_company");
        return connection;
    }
}
