using Dapper;
using Ivr.Caller.Clock;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database.Rights;

/// <summary><c>migrate --grant-to ROLE</c>, run by the owner of the database, who is not a superuser.</summary>
public sealed class GrantTests(OwnedDatabase owned) : IClassFixture<OwnedDatabase>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _roles = [];

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await owned.CopyAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var role in _roles)
            await _database.ExecuteAsync($"drop owned by {role} cascade");
        await owned.DisownAsync(_database);
        foreach (var role in _roles)
            await _database.ExecuteAsync($"drop role {role}");
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_role_that_was_granted_to_serves_and_makes_no_table_not_even_a_temporary_one()
    {
        var role = await CreateServerRoleAsync("server");

        var (exitCode, output, errors) = await MigrateAsync(role);

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.EndsWith($"Role '{role}' may do what the server needs, and nothing else.", output, StringComparison.Ordinal);
        await using var connection = await OpenAsync(role);
        foreach (var statement in new[] { "create temporary table worker ()", "create table more ()", "drop table worker" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        await connection.ExecuteAsync("insert into data_protection_key (friendly_name, xml) values ('a', '<a/>')");
    }

    [Fact]
    public async Task What_every_role_may_do_is_told_as_statements_until_an_administrator_has_revoked_it()
    {
        var role = await CreateServerRoleAsync("server");
        var told = (await MigrateAsync(role)).Output.Split('\n').Single(line => line.StartsWith("An administrator should", StringComparison.Ordinal));
        await using var connection = await OpenAsync(role);
        await connection.ExecuteAsync("select lo_create(0)");

        await _database.ExecuteAsync(told[(told.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("select lo_create(0)"));
        Assert.DoesNotContain("An administrator", (await MigrateAsync(role)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_the_role_of_the_companies_pages_the_server_reads_the_names_of_the_company_that_it_sets_alone()
    {
        var role = await CreateServerRoleAsync("server");
        await MigrateAsync(role);
        await _database.ExecuteAsync("""
            insert into company (company_code, name) values ('ONE', 'one'), ('TWO', 'two');
            insert into worker (login, password_hash, company_id, name, language, active)
            select '98000000000' || id, '', id, company_code, 'nl', true from company
            """);

        await using var connection = await OpenAsync(role);
        await connection.ExecuteAsync($"set role {role}_company");
        foreach (var code in new[] { "ONE", "TWO" })
        {
            var id = await _database.SingleAsync<long>($"select id from company where company_code = '{code}'");
            await connection.ExecuteAsync($"select set_config('ivr.company_id', '{id}', false)");
            Assert.Equal([code], await connection.QueryAsync<string>("select name from worker"));
        }
    }

    [Fact]
    public async Task Granting_again_takes_away_what_somebody_added()
    {
        var role = await CreateServerRoleAsync("server");
        await MigrateAsync(role);
        await _database.ExecuteAsync($"grant select on prestation_feed to {role}; grant delete on worker to {role}");

        var (exitCode, output, _) = await MigrateAsync(role);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Nothing to do: the database is up to date.", output, StringComparison.Ordinal);
        Assert.False(await _database.SingleAsync<bool>(
            $"select has_table_privilege('{role}', 'prestation_feed', 'select') or has_table_privilege('{role}', 'worker', 'delete')"));
    }

    [Fact]
    public async Task A_role_that_is_not_there_is_told()
    {
        var (exitCode, _, errors) = await MigrateAsync("nobody_made_this");

        Assert.Equal(1, exitCode);
        Assert.Equal("There is no role 'nobody_made_this': make it first, with CREATE ROLE ... LOGIN.", Assert.Single(errors));
    }

    [Fact]
    public async Task The_owner_and_the_superuser_are_refused_and_keep_what_they_have()
    {
        foreach (var role in new[] { owned.Owner, "ivr" })
        {
            var (exitCode, _, errors) = await MigrateAsync(role);
            Assert.Equal(1, exitCode);
            Assert.StartsWith($"Role '{role}' owns the tables, or may act for who does", Assert.Single(errors), StringComparison.Ordinal);
        }

        await using var connection = await OpenAsync(owned.Owner);
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from prestation_feed"));
    }

    [Fact]
    public async Task What_only_an_administrator_may_do_is_told_as_statements_and_nothing_is_granted()
    {
        var role = await CreateRoleAsync("server");
        var (exitCode, _, errors) = await MigrateAsync(role);

        Assert.Equal(1, exitCode);
        var told = Assert.Single(errors);
        Assert.False(await _database.SingleAsync<bool>($"select has_any_column_privilege('{role}', 'prestation', 'insert')"));

        _roles.Add($"{role}_company");
        await _database.ExecuteAsync(told[(told.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(0, (await MigrateAsync(role)).ExitCode);
        Assert.True(await _database.SingleAsync<bool>($"select has_any_column_privilege('{role}', 'prestation', 'insert')"));
    }

    [Fact]
    public async Task The_role_of_the_companies_pages_gives_the_server_nothing_until_it_is_taken_on()
    {
        var role = await CreateServerRoleAsync("server");
        await MigrateAsync(role);

        await using var connection = await OpenAsync(role);
        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("select name from worker"));
        await connection.ExecuteAsync($"set role {role}_company; select name from worker");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync($"{role}_company"));
    }

    [Theory]
    [InlineData("grant select on worker to public", "SELECT on worker (")]
    [InlineData("grant create on schema public to public", "CREATE on schema public")]
    [InlineData("alter role {role} createdb", "CREATEDB")]
    [InlineData("alter role {role} createrole", "CREATEROLE")]
    [InlineData("grant pg_read_all_data to {role}", "SELECT on ")]
    [InlineData("grant pg_read_all_data to {role}_company", "SELECT on ")]
    public async Task A_role_that_could_do_more_is_refused_with_what_it_could_do_and_gets_nothing(string more, string told)
    {
        var role = await CreateServerRoleAsync("server");
        await MigrateAsync(await CreateServerRoleAsync("first"));
        await _database.ExecuteAsync(more.Replace("{role}", role, StringComparison.Ordinal));

        var (exitCode, _, errors) = await MigrateAsync(role);

        Assert.Equal(1, exitCode);
        var error = Assert.Single(errors);
        Assert.StartsWith($"Role '{role}", error, StringComparison.Ordinal);
        Assert.Contains("could do more than the server needs: ", error, StringComparison.Ordinal);
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.False(await _database.SingleAsync<bool>($"select has_any_column_privilege('{role}', 'prestation', 'insert')"));
    }

    [Fact]
    public async Task A_server_whose_role_was_granted_nothing_is_not_ready()
    {
        await using var server = await TestServer.StartOnAsync(_database.ConnectionString, new VirtualClock(TestServer.Afternoon));

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
    }

    private Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> MigrateAsync(string role) =>
        ServerProgram.RunAsync(
            _folder.Path, "Production", "migrate", "--grant-to", role, $"--ConnectionStrings:Ivr={OwnedDatabase.As(owned.Owner, _database)}");

    private async Task<string> CreateRoleAsync(string what)
    {
        // Roles belong to the whole cluster, which other tests use at the same time. So each role gets a unique name.
        var role = $"{what}_{Guid.NewGuid():N}";
        await _database.ExecuteAsync($"create role {role} login");
        _roles.Add(role);
        return role;
    }

    // Run as an administrator: the owner of the database may not create roles.
    private async Task<string> CreateServerRoleAsync(string what)
    {
        var role = await CreateRoleAsync(what);
        await _database.ExecuteAsync($"create role {role}_company nologin; grant {role}_company to {role}; alter role {role} noinherit");
        _roles.Add($"{role}_company");
        return role;
    }

    private async Task<NpgsqlConnection> OpenAsync(string role)
    {
        var connection = new NpgsqlConnection(OwnedDatabase.As(role, _database));
        await connection.OpenAsync();
        return connection;
    }
}
