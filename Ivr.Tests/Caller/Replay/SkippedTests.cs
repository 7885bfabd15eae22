using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>A replay reports what it cannot check on a running server; it skips nothing silently.</summary>
public sealed class SkippedTests(TestCluster cluster) : ReplayTest(cluster)
{
    private const string Dials = "dial: \"+3280035530\"\n";
    private const string Two = "calls:\n- dial: \"+3280035530\"\n- dial: \"+3280035530\"\n  later: 1 min\n";

    [Theory]
    [InlineData("moment: 2026-03-12 15:30\n" + Dials, "it sets the clock")]
    [InlineData(Two, "it sets the clock")]
    [InlineData("data:\n  locks:\n  - {login: 980000000011, failures: 4}\n" + Dials, "it begins with failed logins (locks)")]
    [InlineData("data:\n  mobiles:\n  - {caller: \"+32470000001\", login: 980000000011}\n" + Dials, "it begins with known mobiles (mobiles)")]
    [InlineData(Dials + "steps:\n- database: away\n", "it controls the database")]
    [InlineData("data:\n  companies:\n  - {company_code: GAMMA}\n" + Dials, "which need --import")]
    public async Task The_script_is_skipped_with_the_reason_and_not_dialled(string script, string reason)
    {
        await Desk.WriteAsync("scripts/one.yaml", "title: Skipped\n" + script);

        Assert.Equal(0, await Desk.ReplayAsync());

        Assert.Contains("skipped 1: ", Desk.Output, StringComparison.Ordinal);
        Assert.Contains(reason, Desk.Output, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Single(Desk.JUnit.Descendants("skipped")).Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Log.Lines, line => line.Contains("WebhookFilter: Call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_database_what_must_be_on_record_is_said_to_be_unchecked()
    {
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard.Replace("hours: 3", "hours: 4", StringComparison.Ordinal));

        Assert.Equal(0, await Desk.ReplayAsync());

        Assert.Contains("not checked 1: what must be on record", Desk.Output, StringComparison.Ordinal);
        Assert.Contains("was not checked", Assert.Single(Desk.JUnit.Descendants("system-out")).Value, StringComparison.Ordinal);
        Assert.Equal(1, Desk.Json.GetProperty("recordUnchecked").GetInt32());
    }
}
