using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Ivr.Tests.People.Import;

namespace Ivr.Tests.Database;

/// <summary>A PostgreSQL that a test may stop and start again, because no other test uses it at the same time.</summary>
public sealed class FragileCluster : IAsyncLifetime
{
    private const string Name = "ivr";

    private readonly TemporaryFolder _folder = new();
    private PostgresCluster? _cluster;

    /// <summary>Connection string of its only database. It is valid whether PostgreSQL runs or not.</summary>
    public string ConnectionString => _cluster!.ConnectionString(Name);

    public async ValueTask InitializeAsync()
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
        _cluster = await PostgresCluster.StartAsync(programs, _folder.In("postgresql"), _folder.In("postgresql"), "fsync=off");
        await _cluster.CreateDatabaseAsync(Name);
        await _cluster.CreateRoleAsync(TestCluster.ServerRole);
        await using (var source = DatabaseServices.CreateSource(ConnectionString))
        {
            await new Migrator(source, Migration.All).MigrateAsync();
            await new ServerRole(source).GrantAsync(TestCluster.ServerRole);
        }

        await using var desk = new ImportDesk(ConnectionString);
        await desk.ImportAsync(CsvTables.Companies, TestData.Companies);
        await desk.ImportAsync(CsvTables.Workers, TestData.Workers);
        await desk.ImportAsync(CsvTables.Clients, TestData.Clients);
    }

    public Task StopAsync() => _cluster!.StopAsync();

    public Task StartAgainAsync() => _cluster!.StartAgainAsync();

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _folder.Dispose();
    }
}
