namespace Ivr.Tests.Host;

/// <summary>Waiting for what a server does.</summary>
public static class ServerLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a server has logged something so often.</summary>
    public static async Task SaidAsync(this TestServer server, string fragment, int times)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (server.Log.Lines.Count(line => line.Contains(fragment, StringComparison.Ordinal)) < times)
            await Task.Delay(20, patience.Token);
    }
}
