using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Ivr.Tests.People.Import;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>
/// A primary and a synchronous standby: a COMMIT that was acknowledged is on both and survives the loss of either. With an asynchronous
/// standby it would not, whatever the server does.
/// </summary>
internal sealed class PostgresPair : IAsyncDisposable
{
    private const string Synchronous = "synchronous_standby_names";

    private readonly TemporaryFolder _folder = new();
    private readonly PostgresNode?[] _places = new PostgresNode?[2];
    private int _primary;

    private PostgresPair()
    {
    }

    /// <summary>The two places. A failover changes which PostgreSQL is in which place.</summary>
    public IReadOnlyList<PostgresNode?> Places => _places;

    /// <summary>The PostgreSQL that accepts writes.</summary>
    public PostgresNode Primary => _places[_primary]!;

    /// <summary>The PostgreSQL that replicates the primary.</summary>
    public PostgresNode Standby => _places[1 - _primary]!;

    /// <summary>Starts both, with all tables and test data, and with the workers from the CSV text <paramref name="workers"/>.</summary>
    public static async Task<PostgresPair> StartAsync(FilledPostgres filled, string workers)
    {
        var pair = new PostgresPair();
        try
        {
            var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
            await filled.CopyAsync(programs, workers, pair._folder.In("postgresql-0"));
            pair._places[0] = await PostgresNode.StartAsync(programs, pair._folder.In("postgresql-0"));
            await pair.FollowAsync();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Promotes the standby after the primary was lost. From then on there is no standby.</summary>
    public async Task PromoteAsync()
    {
        await Standby.ExecuteAsync("select pg_promote()");
        await Primary.DisposeAsync();
        _places[_primary] = null;
        _primary = 1 - _primary;
    }

    /// <summary>Creates a synchronous standby when there is none.</summary>
    public async Task FollowAsync()
    {
        var standby = 1 - _primary;
        _places[standby] = await Primary.FollowedInAsync(_folder.In($"postgresql-{standby}"));
        await Primary.SetAsync($"{Synchronous} = '*'");
        // A base backup may copy the setting. After a promotion, the new primary would then wait for a standby of its own.
        await Standby.ResetAsync(Synchronous);
        await SynchronisedAsync();
    }

    /// <summary>Stops both immediately, without a shutdown checkpoint.</summary>
    public async Task EndAtOnceAsync()
    {
        await Standby.EndAtOnceAsync();
        await Primary.EndAtOnceAsync();
    }

    /// <summary>Starts both again with the same files.</summary>
    public async Task StartAgainAsync()
    {
        await Primary.StartAgainAsync();
        await Standby.StartAgainAsync();
        await SynchronisedAsync();
    }

    /// <summary>Waits until each COMMIT waits for the standby.</summary>
    public Task SynchronisedAsync() => Eventually.TrueAsync(
        () => Primary.SingleAsync<bool>("select exists (select from pg_stat_replication where sync_state = 'sync')"),
        "A synchronous standby");

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _places.OfType<PostgresNode>())
            await node.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Creates all tables, gives the server's role its rights, and imports the test data.</summary>
    public static async Task FillAsync(string connectionString, string workers)
    {
        await using (var source = DatabaseServices.CreateSource(connectionString))
        {
            await new Migrator(source, Migration.All).MigrateAsync();
            await new ServerRole(source).GrantAsync(TestCluster.ServerRole);
        }

        await using var desk = new ImportDesk(connectionString);
        await desk.ImportAsync(CsvTables.Companies, TestData.Companies);
        await desk.ImportAsync(CsvTables.Workers, workers);
        await desk.ImportAsync(CsvTables.Clients, TestData.Clients);
    }
}
