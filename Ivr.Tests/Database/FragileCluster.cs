using Ivr.Server.Development;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database;

/// <summary>A PostgreSQL that a test may stop and start again, because no other test uses it at the same time.</summary>
public sealed class FragileCluster(FilledPostgres filled) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PostgresCluster? _cluster;

    /// <summary>Connection string of its only database. It is valid whether PostgreSQL runs or not.</summary>
    public string ConnectionString => _cluster!.ConnectionString(PostgresNode.Database);

    public async ValueTask InitializeAsync()
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
        await filled.CopyAsync(programs, TestData.Workers, _folder.In("postgresql"));
        _cluster = await PostgresCluster.StartAsync(programs, _folder.In("postgresql"), _folder.In("postgresql"), "fsync=off");
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
