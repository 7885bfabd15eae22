using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>Base class for tests of the replay command; each test has a server.</summary>
public abstract class ReplayTest(TestCluster cluster) : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    internal ReplayDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.TakeAsync(cluster);
        Desk = new(Server.Url, Server.Database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
