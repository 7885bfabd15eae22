using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Caller.Replay;

/// <summary>The replay checks recorded entries for the calls of its own run only, and needs no more than read access to the view.</summary>
public sealed class RecordTests(TestCluster cluster) : ReplayTest(cluster)
{
    private const string French = """
        title: Another worker records
        dial: "+3280035180"
        steps:
        - press: 980000000022#47220#100000000337 25 1
        - state: Recorded
        then:
          prestations:
          - {worker_login: 980000000022, activity: 2, hours: 5}
        """;

    [Fact]
    public async Task Others_record_meanwhile_and_are_not_seen()
    {
        await using (var other = await Server.DialAsync(TestData.FlandersLandline))
            await other.Presses($"{TestData.En.Keys}{TestData.InBrussels}191");
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/two.yaml", French);
        await Desk.WriteAsync("scripts/three.yaml", "title: Nothing\ndial: \"+3280035530\"\nthen:\n  prestations: none\n");

        Assert.Equal(0, await Desk.ReplayAsync(Desk.Database));

        Assert.Equal(3, (await Server.Database.FeedAsync()).Count);
        Assert.Contains("3 passed", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_record_though_it_must_not_be_fails()
    {
        await Desk.WriteAsync("scripts/one.yaml", French[..French.IndexOf("  prestations", StringComparison.Ordinal)] + "  prestations: none\n");

        Assert.Equal(1, await Desk.ReplayAsync(Desk.Database));

        Assert.Contains("Expected: no prestation", Desk.Output, StringComparison.Ordinal);
        Assert.Contains(">    7    prestations: none", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_fails_meanwhile_is_a_failure_with_the_call()
    {
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);
        await Server.Database.ExecuteAsync("""
            create schema elsewhere;
            create view elsewhere.prestation_feed as
                select call_sid, entry_no, 1 / (entry_no - entry_no) as recorded_at from public.prestation_feed
            """);

        var connection = new NpgsqlConnectionStringBuilder(Server.Database.ConnectionString) { SearchPath = "elsewhere" };
        Assert.Equal(1, await Desk.ReplayAsync("--database", connection.ConnectionString));

        Assert.Contains("PostgresException: 22012", Desk.Output, StringComparison.Ordinal);
        Assert.Contains("dials +3280035530", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_can_read_the_view_alone_is_enough()
    {
        await Server.Database.ExecuteAsync("create role feed_reader login; grant select on prestation_feed to feed_reader");
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);
        var reader = new NpgsqlConnectionStringBuilder(Server.Database.ConnectionString) { Username = "feed_reader" };

        Assert.Equal(0, await Desk.ReplayAsync("--database", reader.ConnectionString));

        Assert.Contains("1 passed", Desk.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked", Desk.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".data/connection-string", null)]
    [InlineData(null, "IVR_DATABASE")]
    public async Task The_database_of_a_server_in_development_and_the_environments_are_found(string? file, string? variable)
    {
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);
        if (file is not null)
            await Desk.WriteAsync(file, Server.Database.ConnectionString + "\n");
        if (variable is not null)
            Desk.Variables[variable] = Server.Database.ConnectionString;

        Assert.Equal(0, await Desk.ReplayAsync());

        Assert.Contains("1 passed", Desk.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked", Desk.Output, StringComparison.Ordinal);
    }
}
