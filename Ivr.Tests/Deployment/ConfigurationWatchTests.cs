using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>
/// A server watches no files. A machine has a limited number of inotify instances, and the server must start even when none is free.
/// </summary>
public sealed class ConfigurationWatchTests(TestCluster cluster)
{
    [Fact]
    public async Task A_server_that_runs_watches_no_file()
    {
        using var folder = new TemporaryFolder();
        await using var database = await cluster.TakeDatabaseAsync();
        await using var program = ServerProgram.Start(
            folder.Path,
            "Production",
            "serve",
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
            $"--Twilio:AuthToken={TestServer.AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}");
        await program.SaysAsync("Now listening on: ");

        var open = Directory.EnumerateFileSystemEntries($"/proc/{program.Id}/fd").Select(Target).ToList();

        Assert.Contains(open, name => name.StartsWith("socket:", StringComparison.Ordinal));
        Assert.DoesNotContain(open, name => name.Contains("inotify", StringComparison.Ordinal));
    }

    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name ?? "";
        }
        catch (IOException)
        {
            // The file descriptor was closed in the meantime.
            return "";
        }
    }
}
