using Ivr.Tests.Host;

namespace Ivr.Tests.Replaying;

/// <summary>The replay command in front of a server of the test's own.</summary>
public abstract class ReplayTest(TestCluster cluster) : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    internal ReplayDesk Desk { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync(cluster);
        Desk = new(Server.Url, Server.Database.ConnectionString);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
