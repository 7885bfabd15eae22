using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>Base class for tests of the load command; each test has a server.</summary>
public abstract class LoadTest(TestCluster cluster) : IAsyncLifetime
{
    internal TestCluster Cluster => cluster;

    internal TestServer Server { get; private set; } = null!;

    internal LoadDesk Desk { get; private set; } = null!;

    /// <summary>The command line option that gives access to the server's database.</summary>
    internal string[] Database => ["--database", Server.Database.ConnectionString];

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.TakeAsync(cluster);
        Desk = new(Server.Url);
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
