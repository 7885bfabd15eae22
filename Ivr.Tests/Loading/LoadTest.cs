using Ivr.Tests.Host;

namespace Ivr.Tests.Loading;

/// <summary>The load command in front of a server of the test's own.</summary>
[Collection<RunsAlone>]
public abstract class LoadTest(TestCluster cluster) : IAsyncLifetime
{
    internal TestCluster Cluster => cluster;

    internal TestServer Server { get; private set; } = null!;

    internal LoadDesk Desk { get; private set; } = null!;

    /// <summary>The option that reads the server's database.</summary>
    internal string[] Database => ["--database", Server.Database.ConnectionString];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync(cluster);
        Desk = new(Server.Url);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
