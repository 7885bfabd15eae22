namespace Ivr.Tests.Host;

/// <summary>Waiting for what a server does.</summary>
internal static class ServerLog
{
    /// <summary>Waits until a server has logged something so often.</summary>
    public static Task SaidAsync(this TestServer server, string fragment, int times) => Eventually.TrueAsync(
        () => server.Log.Lines.Count(line => line.Contains(fragment, StringComparison.Ordinal)) >= times,
        $"\"{fragment}\", logged {times} times");
}
