using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>What an operator reads in the log while PostgreSQL refuses the server's connections or is not reachable.</summary>
public sealed partial class BriefLogTests(TestCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_role_that_does_not_exist_is_told_in_plain_words()
    {
        var database = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { Username = "nobody_made_it" };

        var log = await LogOfACallAsync(database.ConnectionString);

        Assert.Contains(log, line => line.Contains("calls go on without the database", StringComparison.Ordinal)
            && line.Contains("PostgreSQL does not let the server in, 28000 role \"nobody_made_it\" does not exist", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains("'PostgreSQL does not let the server in.'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task So_is_it_once_nobody_asks_it_any_more()
    {
        var database = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { Username = "nobody_made_it" };

        var log = await LogOfACallAsync(database.ConnectionString, "Ivr.Server.Emergency.EmergencyWatch");

        Assert.Contains(log, line => line.Contains("'PostgreSQL does not let the server in.'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_in_a_line_each()
    {
        var log = await LogOfACallAsync($"Host={_folder.In("nowhere")};Username=ivr;Database=ivr");

        Assert.Single(log, line => line.Contains("calls go on without the database", StringComparison.Ordinal)
            && line.Contains("Failed to connect", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("does not let", StringComparison.Ordinal));
    }

    private async Task<string[]> LogOfACallAsync(string connectionString, string waitsFor = "")
    {
        await using var program = ServerProgram.Start(
            _folder.Path,
            "Production",
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ivr={connectionString}",
            $"--Twilio:AuthToken={TestServer.AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}");
        await program.SaysAsync("Application started");
        var url = new Uri(UrlLine().Match(program.Output).Groups["url"].Value);
        // Without its keys the server responds to the webhook with 503, and Twilio requests the fallback URL.
        using var phone = new Phone(PhoneOptions.For(url, TestServer.AuthToken) with { FallbackUrl = new Uri(url, "/voice/fallback") });
        await using (var call = await phone.DialAsync(TestData.FlandersLandline))
            call.Hears("technisch probleem bij ons");
        await program.SaysAsync(waitsFor);
        using (var http = new HttpClient())
        using (await http.GetAsync(new Uri(url, "/health/ready"), TestContext.Current.CancellationToken))
            Assert.Equal(0, await program.InterruptAsync());

        Assert.DoesNotContain(" at Npgsql.", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
        var lines = program.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 400));
        return lines;
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlLine();
}
