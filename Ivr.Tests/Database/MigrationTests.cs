using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

public sealed class MigrationTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Migration First = new(1, "tables/001_first.sql", Migration.All[0].Sql);
    private static readonly Migration Second = new(2, "tables/002_second.sql", "create table second ();");

    private NpgsqlDataSource _source = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await cluster.CreateEmptyDatabaseAsync();
        _source = DatabaseServices.CreateSource(connectionString);
        _database = new(connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_fresh_database_gets_every_script_in_order_and_remembers_it()
    {
        var applied = await MigrateAsync(Migration.All);

        Assert.Equal(Migration.All.Select(migration => migration.Name), applied);
        var tables = Migration.All.Select(migration => migration.Version).TakeWhile(version => version is not null).ToList();
        Assert.Equal(Enumerable.Range(1, Migration.NewestVersion), tables.Select(version => version!.Value));
        var code = Migration.All.Skip(tables.Count).ToList();
        Assert.NotEmpty(code);
        Assert.All(code, migration => Assert.Null(migration.Version));
        Assert.Equal(
            Migration.All.Select(migration => $"{migration.Version} {migration.Name} {migration.Checksum}".Trim()),
            await _database.QueryAsync<string>("select concat_ws(' ', version, name, checksum) from schema_migration order by version nulls last, name collate \"C\""));
        Assert.Equal(0, await _database.SingleAsync<int>("select count(*) from prestation_feed"));
    }

    [Fact]
    public async Task Functions_with_the_rights_of_the_owner_look_in_their_own_schema_and_last_in_temporary_tables()
    {
        await MigrateAsync(Migration.All);

        var paths = await _database.QueryAsync<string>("select array_to_string(proconfig, ' ') from pg_proc where prosecdef and pronamespace = 'public'::regnamespace");
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.Equal("search_path=public, pg_temp", path));
    }

    [Fact]
    public async Task A_second_run_does_nothing()
    {
        await MigrateAsync(Migration.All);

        Assert.Empty(await MigrateAsync(Migration.All));
    }

    [Fact]
    public async Task A_new_script_is_applied_to_a_database_that_has_the_old_ones()
    {
        await MigrateAsync([First]);

        Assert.Equal([Second.Name], await MigrateAsync([First, Second]));
        Assert.True(await HasAsync("second"));
    }

    [Fact]
    public async Task An_old_script_that_has_changed_is_named_and_nothing_is_applied()
    {
        await MigrateAsync([First, Second]);
        var changed = new Migration(Second.Version, Second.Name, Second.Sql + " ");
        var third = new Migration(3, "tables/003_third.sql", "create table third ();");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync([First, changed, third]));

        Assert.Contains("sql/tables/002_second.sql has changed", refused.Message, StringComparison.Ordinal);
        Assert.False(await HasAsync("third"));
    }

    [Fact]
    public async Task A_script_of_code_that_has_changed_is_applied_again_and_only_then()
    {
        var code = new Migration(null, "code/answer.sql", "create or replace function answer() returns integer language sql as 'select 41'");
        var changed = new Migration(null, code.Name, code.Sql.Replace("41", "42", StringComparison.Ordinal));
        await MigrateAsync([First, code]);

        Assert.Empty(await MigrateAsync([First, code]));
        Assert.Equal([code.Name], await MigrateAsync([First, changed]));

        Assert.Equal(42, await _database.SingleAsync<int>("select answer()"));
        Assert.Empty(await MigrateAsync([First, changed]));
    }

    [Fact]
    public async Task Each_script_of_code_can_be_applied_again()
    {
        await MigrateAsync(Migration.All);
        await _database.ExecuteAsync("update schema_migration set checksum = '' where version is null");

        Assert.Equal(Migration.All.Where(migration => migration.Version is null).Select(migration => migration.Name), await MigrateAsync(Migration.All));
    }

    [Fact]
    public async Task A_script_that_fails_is_named_and_leaves_nothing_half_done()
    {
        var failing = new Migration(3, "tables/003_failing.sql", "create table half (); select 1 / 0;");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync([First, Second, failing]));

        Assert.Equal("sql/tables/003_failing.sql was refused by PostgreSQL: division by zero", refused.Message);
        Assert.False(await HasAsync("half"));
        Assert.Equal(2, await _database.SingleAsync<int>("select max(version) from schema_migration"));
        Assert.Equal([failing.Name], await MigrateAsync([First, Second, new Migration(3, failing.Name, "create table whole ();")]));
    }

    [Fact]
    public async Task Of_two_nodes_at_once_one_migrates_and_the_other_waits_however_long_it_takes()
    {
        // Longer than the locks of a webhook may take.
        var slow = new Migration(2, "tables/002_slow.sql", "create table slow (); select pg_sleep(3);");

        var applied = await Task.WhenAll(MigrateAsync([First, slow]), MigrateAsync([First, slow]));

        Assert.Equal([First.Name, slow.Name], applied.SelectMany(names => names));
    }

    [Fact]
    public async Task The_lock_is_gone_after_a_failure()
    {
        await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync([First, new Migration(2, "tables/002_nonsense.sql", "nonsense")]));

        await using var other = DatabaseServices.CreateSource(_database.ConnectionString);
        Assert.Equal([Second.Name], await new Migrator(other, [First, Second]).MigrateAsync());
    }

    private Task<IReadOnlyList<string>> MigrateAsync(IReadOnlyList<Migration> migrations) => new Migrator(_source, migrations).MigrateAsync();

    private Task<bool> HasAsync(string table) => _database.SingleAsync<bool>($"select to_regclass('{table}') is not null");
}
