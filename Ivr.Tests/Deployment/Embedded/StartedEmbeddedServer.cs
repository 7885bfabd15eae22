using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>A server in an empty folder, on which the printed call was made.</summary>
public sealed class StartedEmbeddedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal EmbeddedServer Server { get; private set; } = null!;

    internal PhoneCall Call { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await EmbeddedServer.StartAsync(_folder);
        Call = await Server.MakePrintedCallAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Call.DisposeAsync();
        await Server.DisposeAsync();
        EmbeddedServer.KillPostgresIn(_folder);
        _folder.Dispose();
    }
}
