using System.Net;
using System.Net.Sockets;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>Errors that stop a replay, most of them before the first call.</summary>
public sealed class UndialledTests(TestCluster cluster) : ReplayTest(cluster)
{
    [Fact]
    public async Task All_wrong_scripts_are_told_and_the_right_ones_are_not_played()
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/b.yaml", "title: Wrong\ndail: \"+3280035530\"\n");
        await Desk.WriteAsync("scripts/deep/c.yaml", "title: Wrong\ndial: 02\n");

        Assert.Equal(2, await Desk.ReplayAsync());

        Assert.Contains("scripts/b.yaml:2:1: ", Desk.Errors, StringComparison.Ordinal);
        Assert.Contains("scripts/deep/c.yaml:2:7: ", Desk.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was dialled.", Desk.Errors.TrimEnd(), StringComparison.Ordinal);
        AssertNobodyCalled();
    }

    [Theory]
    [InlineData("--filter", "nowhere", "There is no script to play.")]
    [InlineData("--parallel", "0", "write a number from 1 to 256")]
    [InlineData("--repeat", "many", "write a number from 1 to 100000")]
    [InlineData("--import", " ", "--import needs a command")]
    [InlineData("--import", "true", "The standard test data are not there")]
    [InlineData("--junit", "no/such/folder.xml", "no/such/folder.xml cannot be written")]
    [InlineData("--database", "nonsense", "The connection string of the database makes no sense")]
    public async Task A_wrong_option_gives_2(string option, string value, string told)
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);

        Assert.Equal(2, await Desk.ReplayAsync(option, value));

        Assert.Contains(told, Desk.Errors, StringComparison.Ordinal);
        AssertNobodyCalled();
    }

    [Fact]
    public async Task A_path_that_is_not_there_gives_2()
    {
        Assert.Equal(2, await Desk.ReplayAsync("mine.yaml", TestServer.AuthToken, []));

        Assert.Contains("mine.yaml: ", Desk.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", "The import ended with 1")]
    [InlineData("no-such-program import", "The import cannot be run")]
    public async Task An_import_that_fails_gives_2(string command, string told)
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);

        Assert.Equal(2, await Desk.ReplayAsync("--people", TestData.Folder, "--import", command));

        Assert.Contains(told, Desk.Errors, StringComparison.Ordinal);
        AssertNobodyCalled();
    }

    [Fact]
    public async Task A_server_that_is_not_there_gives_3()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var desk = new ReplayDesk(new Uri($"http://127.0.0.1:{port}"), "");
        await desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);

        Assert.Equal(3, await desk.ReplayAsync());

        Assert.Contains($"Nobody listens at http://127.0.0.1:{port}", desk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_gives_3()
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);

        Assert.Equal(3, await Desk.ReplayAsync("--database", "Host=/nowhere;Password=not-to-be-seen"));

        Assert.Contains("The database with prestation_feed cannot be read", Desk.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-seen", Desk.Errors, StringComparison.Ordinal);
        AssertNobodyCalled();
    }

    [Fact]
    public async Task A_server_that_refuses_every_call_gives_3()
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);

        Assert.Equal(3, await Desk.ReplayAsync("scripts", "another token", []));

        Assert.Contains("403", Desk.Output, StringComparison.Ordinal);
    }

    private void AssertNobodyCalled() =>
        Assert.DoesNotContain(Server.Log.Lines, line => line.Contains("WebhookFilter: Call", StringComparison.Ordinal));
}
