using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Ivr.Tests.Import;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>
/// A primary and a synchronous standby: a COMMIT that was answered is on both, and survives the loss of either. With an
/// asynchronous standby it would not, whatever the server does.
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

    /// <summary>The two places; what stands there changes with a failover.</summary>
    public IReadOnlyList<PostgresNode?> Places => _places;

    /// <summary>The one that takes writes.</summary>
    public PostgresNode Primary => _places[_primary]!;

    /// <summary>The one that follows.</summary>
    public PostgresNode Standby => _places[1 - _primary]!;

    /// <summary>Makes both, with all tables and test data.</summary>
    /// <param name="workers">The workers, as CSV.</param>
    public static async Task<PostgresPair> StartAsync(string workers)
    {
        var pair = new PostgresPair();
        try
        {
            var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
            pair._places[0] = await PostgresNode.CreateAsync(programs, pair._folder.In("postgresql-0"));
            await FillAsync(pair.Primary.ConnectionString, workers);
            await pair.FollowAsync();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts the standby in the place of a primary that is lost; from then on there is no standby.</summary>
    public async Task PromoteAsync()
    {
        await Standby.ExecuteAsync("select pg_promote()");
        await Primary.DisposeAsync();
        _places[_primary] = null;
        _primary = 1 - _primary;
    }

    /// <summary>Makes a synchronous standby where there is none.</summary>
    public async Task FollowAsync()
    {
        var standby = 1 - _primary;
        _places[standby] = await Primary.FollowedInAsync(_folder.In($"postgresql-{standby}"));
        await Primary.SetAsync($"{Synchronous} = '*'");
        // A base backup may bring the setting along. Promoted, the standby would wait for a standby of its own.
        await Standby.ResetAsync(Synchronous);
        await SynchronisedAsync();
    }

    /// <summary>Ends both without a word to anybody.</summary>
    public async Task EndAtOnceAsync()
    {
        await Standby.EndAtOnceAsync();
        await Primary.EndAtOnceAsync();
    }

    /// <summary>Starts both again where they were.</summary>
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _places.OfType<PostgresNode>())
            await node.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task FillAsync(string connectionString, string workers)
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
