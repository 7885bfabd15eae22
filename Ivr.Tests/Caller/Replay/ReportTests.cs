using System.Globalization;
using System.Xml.Linq;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>The results of a replay: on the terminal, in JUnit XML for CI, and in JSON.</summary>
public sealed class ReportTests(TestCluster cluster) : ReplayTest(cluster)
{
    private const string Fails = """
        title: Hears something else
        dial: "+3280035530"
        steps:
        - press: 980000000011#47110#
        - state: UserNumber
        - hear: Bonjour <friends> & others
        """;

    [Fact]
    public async Task All_that_passes_is_counted_by_topic_and_gives_0()
    {
        await Desk.WriteAsync("scripts/one/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/two/deep/b.yaml", "title: Hears\ndial: \"+3280035180\"\nsteps:\n- hear: Bienvenue\n");

        Assert.Equal(0, await Desk.ReplayAsync(Desk.Database));

        Assert.Matches(@"│ one +│ +1 │ +1 │ +│ +│ +1 │", Desk.Output);
        Assert.Matches(@"│ two/deep +│ +1 │ +1 │", Desk.Output);
        Assert.Contains("2 passed, 0 failed, 0 skipped", Desk.Output, StringComparison.Ordinal);
        Assert.Empty(Desk.Errors);
    }

    [Fact]
    public async Task A_failure_gives_1_and_its_marked_transcript_is_everywhere()
    {
        await Desk.WriteAsync("scripts/one/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/two/b.yaml", Fails);

        Assert.Equal(1, await Desk.ReplayAsync(Desk.Database));

        var failure = Assert.Single(Desk.JUnit.Descendants("failure"));
        var json = Desk.Json.GetProperty("results").EnumerateArray().Single(run => run.GetProperty("outcome").GetString() == "failed");
        Assert.StartsWith("scripts/two/b.yaml:6:3: Hears something else", failure.Attribute("message")!.Value, StringComparison.Ordinal);
        foreach (var text in (string[])[Desk.Output, failure.Value, json.GetProperty("failure").GetString()!])
        {
            Assert.Contains(">    6  - hear: Bonjour <friends> & others", text, StringComparison.Ordinal);
            Assert.Matches(@"Heard: +""Nu het gebruikersnummer", text);
        }
    }

    [Fact]
    public async Task The_reports_agree_and_have_the_form_that_CI_reads()
    {
        await Desk.WriteAsync("scripts/one/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/one/later.yaml", "title: Later\nmoment: 2026-03-12 10:00\ndial: \"+3280035530\"\n");
        await Desk.WriteAsync("scripts/two/b.yaml", Fails);

        await Desk.ReplayAsync([.. Desk.Database, "--repeat", "2", "--parallel", "1"]);

        var suites = Desk.JUnit;
        Assert.Equal("testsuites", suites.Name.LocalName);
        Assert.Equal(["one", "two"], suites.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
        foreach (var counted in suites.Elements().Append(suites))
        {
            Assert.Equal(Number(counted, "tests"), counted.Descendants("testcase").Count());
            Assert.Equal(Number(counted, "failures"), counted.Descendants("failure").Count());
            Assert.Equal(Number(counted, "skipped"), counted.Descendants("skipped").Count());
            Assert.Equal(0, Number(counted, "errors"));
        }

        var cases = suites.Descendants("testcase").ToList();
        Assert.All(cases, run => Assert.True(double.Parse(run.Attribute("time")!.Value, CultureInfo.InvariantCulture) >= 0));
        Assert.Equal(6, cases.Select(run => (run.Attribute("classname")!.Value, run.Attribute("name")!.Value)).Distinct().Count());
        var json = Desk.Json;
        Assert.Equal((6, 1, 3, 2), (Count(json, "runs"), Count(json, "passed"), Count(json, "failed"), Count(json, "skipped")));
        Assert.Equal(4, Count(json, "calls"));
    }

    [Fact]
    public async Task Of_many_failures_twenty_are_shown_and_all_are_reported()
    {
        await Desk.WriteAsync("scripts/one.yaml", "title: Hears something else\ndial: \"+3280035530\"\nsteps:\n- hear: Bonjour\n");

        await Desk.ReplayAsync("--repeat", "23");

        Assert.Equal(20, Desk.Output.Split("scripts/one.yaml:4:3: ").Length - 1);
        Assert.Contains("and 3 failures more", Desk.Output, StringComparison.Ordinal);
        Assert.Equal(23, Desk.JUnit.Descendants("failure").Count());
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_gives_1_and_the_other_one_is_written()
    {
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);

        Assert.Equal(1, await Desk.ReplayAsync("--junit", "/dev/full"));

        Assert.StartsWith("/dev/full cannot be written: ", Desk.Errors, StringComparison.Ordinal);
        Assert.Contains("1 passed", Desk.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count(Desk.Json, "passed"));
    }

    [Fact]
    public async Task No_password_no_token_and_no_digits_of_a_login_entry_are_in_any_of_them()
    {
        await Desk.WriteAsync("scripts/one.yaml", Fails.Replace("- state: UserNumber", "- state: UserNumber\n- press: 100000000135", StringComparison.Ordinal));
        await Desk.WriteAsync("scripts/examples.yaml", """
            title: Hears something else
            examples:
            - {login: 980000000022, secret: 47220}
            - {login: 980000000033, secret: 47331}
            dial: "+3280035530"
            steps:
            - press: <login>#
            - press: <secret>
            - silence
            - hear: Bonjour
            """);
        await Desk.WriteAsync("scripts/left.yaml", "title: Left over\ndial: \"+3280000000\"\nsteps:\n- press: 980000000044#47440#\n");

        await Desk.WriteAsync("scripts/spaces.yaml", """
            title: Keys with spaces, and in pieces
            dial: "+3280035530"
            steps:
            - press: "980000000011# 6 5 4 3#"
            - press: 980000000011#
            - press: 471
            - wait: 1 s
            - press: 10#
            - hear: Bonjour
            """);

        await Desk.ReplayAsync(Desk.Database);

        Assert.Equal(5, Number(Desk.JUnit, "failures"));
        foreach (var secret in (string[])["47110", "47220", "47331", "47440", "6 5 4 3", "6543", ": 471", ": 10#", TestServer.AuthToken, Server.Database.ConnectionString])
            Assert.DoesNotContain(secret, Desk.Everything, StringComparison.Ordinal);
        Assert.Contains("- press: 980000000011#•••••#", Desk.Output, StringComparison.Ordinal);
        Assert.Contains("keys   100000000135", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_redirected_has_no_progress_bar_and_no_control_characters()
    {
        await Desk.WriteAsync("scripts/one.yaml", ReplayDesk.Standard);

        await Desk.ReplayAsync(Desk.Database);

        Assert.DoesNotContain('\u001b', Desk.Output);
        Assert.DoesNotContain('%', Desk.Output);
        Assert.DoesNotContain('\r', Desk.Output);
    }

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static int Count(System.Text.Json.JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
