using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Configuration;

/// <summary>A line can be configured where names have no hyphen: systemd and shells ignore such environment variables.</summary>
public sealed class LineNamesTests(TestCluster cluster)
{
    private const string Other = "+3225550101";

    [Theory]
    [InlineData("flanders_brussels")]
    [InlineData("FLANDERS_BRUSSELS")]
    public async Task A_line_with_an_underscore_in_its_name_replaces_the_default_numbers(string name)
    {
        await using var server = await TestServer.StartAsync(
            cluster, settings: [$"Lines:{name}:Numbers:0={Other}", $"Lines:{name}:Languages:0=fr", $"Lines:{name}:Languages:1=nl"]);

        await using var call = await server.DialAsync(Other);
        call.HearsIn("fr", "Votre login, puis la touche dièse.").DoesNotHear("For English");
        await call.Presses(TestData.Fr.Keys + TestData.InFlanders + "131");
        call.Hears("Votre référence est");
        Assert.Equal("flanders-brussels", await server.Database.SingleAsync<string>("select line from prestation"));
        await using var old = await server.DialAsync(TestData.FlandersMobile);
        old.HearsGoodbye("");
    }
}
