namespace Ivr.Tests.Host;

internal static class ServerLog
{
    /// <summary>Waits until the server has logged a text at least that many times.</summary>
    public static Task SaidAsync(this TestServer server, string fragment, int times) => Eventually.TrueAsync(
        () => server.Log.Lines.Count(line => line.Contains(fragment, StringComparison.Ordinal)) >= times,
        $"\"{fragment}\", logged {times} times");
}
