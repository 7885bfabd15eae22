using Ivr.Server.Database.Migrations;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

public sealed class MigrateCommandTests(TestCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_what_it_applied_and_then_that_there_is_nothing_to_do()
    {
        var connection = $"--ConnectionStrings:Ivr={await cluster.CreateEmptyDatabaseAsync()}";

        var first = await ServerProgram.RunAsync(_folder.Path, "Production", "migrate", connection);
        var second = await ServerProgram.RunAsync(_folder.Path, "Production", "migrate", connection);

        var said = first.Output.Split('\n');
        Assert.Equal((0, $"Applied {string.Join(", ", Migration.All.Select(migration => migration.Name))}."), (first.ExitCode, said[0]));
        // The current month and twelve more.
        Assert.Equal(13, said.Skip(1).Count(line => line.StartsWith("Made the partition of ", StringComparison.Ordinal)));
        Assert.Equal((0, "Nothing to do: the database is up to date."), (second.ExitCode, second.Output));
    }

    [Fact]
    public async Task A_changed_script_is_named_in_one_line()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await database.ExecuteAsync("update schema_migration set checksum = 'other' where version = 4");

        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path, "Production", "migrate", $"--ConnectionStrings:Ivr={database.ConnectionString}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("sql/tables/004_prestation.sql has changed", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "The configuration is wrong: ConnectionStrings:Ivr is missing.")]
    [InlineData("Development", "ConnectionStrings:Ivr is missing, and no server runs with a database of its own in ")]
    public async Task Without_a_database_it_says_so_in_one_line(string environment, string told)
    {
        var (exitCode, _, errors) = await ServerProgram.RunAsync(_folder.Path, environment, "migrate");

        Assert.Equal(1, exitCode);
        Assert.StartsWith(told, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_PostgreSQL_refuses_is_told_in_its_own_words()
    {
        var connection = new NpgsqlConnectionStringBuilder(await cluster.CreateEmptyDatabaseAsync()) { Database = "nobody_made_this" };

        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path, "Production", "migrate", $"--ConnectionStrings:Ivr={connection.ConnectionString}");

        Assert.Equal(1, exitCode);
        Assert.Equal("PostgreSQL refused: database \"nobody_made_this\" does not exist", Assert.Single(errors));
    }
}
