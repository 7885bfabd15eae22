using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>What the first command of the README prints for a new developer, and that it is true.</summary>
public sealed class StartMessageTests(StartedEmbeddedServer started) : IClassFixture<StartedEmbeddedServer>
{
    [Fact]
    public async Task It_prints_all_that_a_call_needs_and_the_call_records_a_prestation()
    {
        foreach (var shown in new[] { "+3280035530 or +3225475497  flanders-brussels", "+3280035180  wallonia", " flanders", " brussels", " wallonia" })
            Assert.Contains(shown, started.Server.Output, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^  Operator   {started.Server.Url}operator$", started.Server.Output);
        Assert.DoesNotContain('\u001B', started.Server.Output);

        await using var database = started.Server.OpenDatabase();
        Assert.Single(await database.FeedAsync(), entry => entry.CallSid == started.Call.CallSid);
    }

    [Fact]
    public async Task It_says_each_step_as_it_begins()
    {
        var steps = new[] { "Starting PostgreSQL ...", "Preparing the database ...", "Four weeks of demonstration calls are made.", "Starting the server ...", "Hours line is ready." };
        var places = steps.Select(step => started.Server.Output.IndexOf(step, StringComparison.Ordinal)).ToList();

        Assert.All(places, place => Assert.NotEqual(-1, place));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_prints_whose_calls_each_account_sees_and_the_account_sees_them()
    {
        var line = started.Server.Output.Split('\n').Single(line => line.TrimStart().StartsWith("office@balai", StringComparison.Ordinal));
        Assert.Contains("980200000014 (6482, fr)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("980100000007", line, StringComparison.Ordinal);

        using var door = new Secured.Door(started.Server.Url);
        using var answer = await door.TryAsync("office@balai", line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        var history = await door.ReadAsync("/company/history?worker=980200000014");

        Assert.Contains("Fatima Lambert", history, StringComparison.Ordinal);
        Assert.Contains("id=\"next\"", await door.ReadAsync("/company/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bare_address_links_the_pages()
    {
        using var door = new Secured.Door(started.Server.Url);

        var page = await door.ReadAsync("/");

        foreach (var path in new[] { "/company", "/operator" })
            Assert.Contains($"href=\"{path}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_is_one_line_on_the_terminal()
    {
        await Eventually.TrueAsync(() => started.Server.Output.Contains("1 entry recorded", StringComparison.Ordinal), "The line of the call");
        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d  call to \+3280035530, \d+ s: 1 entry recorded$", started.Server.Output);
    }

    [Fact]
    public async Task It_prints_who_may_sign_in_and_they_may()
    {
        var accounts = Regex.Matches(
            started.Server.Output, @"^  (?<login>office@[a-z]+|operator) +(?<password>[0-9a-f-]{23})  ",
            RegexOptions.Multiline, TimeSpan.FromSeconds(1));

        Assert.Equal(4, accounts.Count);
        foreach (var account in accounts.AsEnumerable())
        {
            using var door = new Secured.Door(started.Server.Url);
            using var answer = await door.TryAsync(account.Groups["login"].Value, account.Groups["password"].Value);
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
            using var page = await door.GetAsync(answer.Headers.Location!.OriginalString == "/operator" ? "/company/sign-out" : "/company");
            Assert.True(page.StatusCode is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.Redirect);
        }
    }
}
