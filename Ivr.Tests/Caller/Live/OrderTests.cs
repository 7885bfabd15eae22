using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Live;

/// <summary>Checks the request that is sent to Twilio, and the cases in which none is sent.</summary>
public sealed class OrderTests(TestCluster cluster) : LiveTest(cluster)
{
    [Fact]
    public async Task A_call_is_one_signed_in_request_with_a_limit_on_its_length()
    {
        Twilio.Answer = _ => Task.FromResult(("completed", 100));

        await RunAsync(Straight, "--yes");

        var request = Twilio.Requests[0];
        Assert.Equal(("POST", $"/2010-04-01/Accounts/{TwilioApi.AccountSid}/Calls.json"), (request.Method, request.Path));
        Assert.Equal(ApiRequest.Basic(TwilioApi.AccountSid, TwilioApi.Token), request.Authorization);
        Assert.Equal(("+3280035530", TestNumber), (request.Form["To"], request.Form["From"]));
        Assert.Matches("^W+w?980000000011#W*w?$", request.Form["SendDigits"]);
        Assert.Matches(
            "^<.*<Response><Pause length=\"[0-9]+\"></Pause><Play digits=\"w?47110#\"></Play>.*<Hangup></Hangup></Response>$",
            request.Form["Twiml"]);
        Assert.InRange(int.Parse(request.Form["TimeLimit"]), 90, 150);
        Assert.Single(Twilio.Placed);
    }

    [Fact]
    public async Task Another_server_with_the_same_API_can_take_the_order()
    {
        Twilio.Answer = _ => Task.FromResult(("completed", 100));

        Assert.Equal(0, await RunUndivertedAsync(Straight, "--yes", "--api-url", Twilio.Url));

        Assert.Single(Twilio.Placed);
    }

    [Fact]
    public async Task A_dry_run_shows_that_server()
    {
        Assert.Equal(0, await RunUndivertedAsync(Straight, "--dry-run", "--api-url", "https://emulator.example/twilio/"));

        Assert.Contains("POST https://emulator.example/twilio/2010-04-01/Accounts/AC…5a5a/Calls.json\n", Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://emulator.example")]
    [InlineData("https://user@emulator.example")]
    [InlineData("ftp://127.0.0.1")]
    public async Task A_token_goes_in_the_open_to_no_other_machine(string url)
    {
        Assert.NotEqual(0, await RunUndivertedAsync(Straight, "--yes", "--api-url", url));

        Assert.NotEmpty(Errors);
        Assert.Empty(await Rehearsal.Database.FeedAsync());
    }

    [Fact]
    public async Task A_dry_run_shows_the_request_without_secrets_and_places_nothing()
    {
        Assert.Equal(0, await RunAsync(Straight, "--dry-run"));

        Assert.Empty(Twilio.Requests);
        Assert.Contains(
            "POST https://api.twilio.com/2010-04-01/Accounts/AC…5a5a/Calls.json\nAuthorization: Basic (hidden)\n"
                + $"To=+3280035530\nFrom={TestNumber}\nSendDigits=W",
            Output,
            StringComparison.Ordinal);
        Assert.Matches("<Play digits=\"w?100000000135\">", Output);
        Assert.Contains("•••••#", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("47110", Output + Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("980000000011", Output + Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(TwilioApi.AccountSid, Output + Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dry_run_is_the_request_that_is_sent_but_for_what_is_hidden()
    {
        // The script records nothing: a recorded prestation would change what the second rehearsal hears.
        const string script = "title: Logs in\ndial: \"+3280035530\"\nsteps:\n- press: 980000000011#47110#\n- hang up\n";
        await RunAsync(script, "--dry-run");
        await RunAsync(script, "--yes");

        var sent = Twilio.Placed[0];
        var shown = Output.Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=', 2))
            .ToDictionary(line => line[0], line => line[1]);
        foreach (var (name, value) in shown)
            Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(value).Replace("•", "[0-9]", StringComparison.Ordinal)}$", sent[name]);
        Assert.Equal(sent.Keys.Order(), shown.Keys.Order());
    }

    [Fact]
    public async Task Without_yes_nothing_is_placed_and_the_length_is_told()
    {
        Assert.Equal(2, await RunAsync(Straight));

        Assert.Matches("^1 call\\(s\\), at most [0-9]+ s: 2 started minute", Output);
        Assert.Contains("No call was placed. Add --yes", Errors, StringComparison.Ordinal);
        Assert.Empty(Twilio.Requests);
    }

    [Fact]
    public async Task More_calls_than_allowed_are_not_begun()
    {
        const string four = "title: Four\nexamples:\n- {k: 1}\n- {k: 2}\n- {k: 3}\n- {k: 4}\ndial: \"+3280035530\"\nsteps:\n- press: <k>\n";

        Assert.Equal(2, await RunAsync(four, "--yes"));

        Assert.Contains("These are 4 calls, and at most 3 may be placed", Errors, StringComparison.Ordinal);
        Assert.Empty(Twilio.Requests);
    }

    [Fact]
    public async Task Calls_are_placed_one_after_another()
    {
        const string two = "title: Two\ncalls:\n- {dial: \"+3280035530\", steps: [hang up]}\n- {dial: \"+3280035180\", steps: [hang up]}\n";

        Assert.Equal(0, await RunAsync(two, "--yes"));

        Assert.Equal(["POST", "GET", "GET", "GET", "POST", "GET", "GET", "GET"], Twilio.Requests.Select(request => request.Method));
        Assert.Equal(["+3280035530", "+3280035180"], Twilio.Placed.Select(order => order["To"]));
    }

    [Fact]
    public async Task A_script_that_fails_in_the_rehearsal_is_not_placed()
    {
        Assert.Equal(1, await RunAsync(Straight.Replace("3 uren", "4 uren", StringComparison.Ordinal), "--yes"));

        Assert.Contains("The rehearsal failed. No call was placed.", Errors, StringComparison.Ordinal);
        Assert.Contains("Expected: \"huishoudelijke hulp, 4 uren\"", Errors, StringComparison.Ordinal);
        Assert.Empty(Twilio.Requests);
    }

    [Theory]
    [InlineData("moment: 2026-03-12 15:30", "own clock")]
    [InlineData("later: 1 min", "own clock")]
    [InlineData("from: withheld", "+32460200000 calls, nobody else")]
    [InlineData("from: \"+3225551234\"", "+32460200000 calls, nobody else")]
    [InlineData("fail: answer", "Twilio delivers")]
    [InlineData("gives up: true", "while it rings")]
    [InlineData("data: {companies: [{company_code: X}]}", "own data")]
    [InlineData("ends: busy", "only seen whether")]
    [InlineData("steps:\n- repeat: last", "Twilio delivers")]
    [InlineData("steps:\n- fail: request", "Twilio delivers")]
    [InlineData("steps:\n- database: away", "left alone")]
    [InlineData("steps:\n- interrupt: 1", "cannot be cut off")]
    [InlineData("steps:\n- press and hang up: 1", "between a key and its answer")]
    [InlineData("then: {prestations: [{service_date: 2026-03-12}]}", "day on which the call is placed")]
    [InlineData("then: {prestations: [{recorded_at: 2026-03-12 15:30}]}", "whenever")]
    [InlineData("then: {prestations: [{reference: 123456788}]}", "made up by the server")]
    public async Task What_the_real_line_cannot_do_is_refused_with_its_place(string line, string reason)
    {
        Assert.Equal(2, await RunAsync($"title: Refused\ndial: \"+3280035530\"\n{line}\n", "--yes"));

        Assert.StartsWith($"live.yaml:{2 + line.Split('\n').Length}:", Errors, StringComparison.Ordinal);
        Assert.Contains(reason, Errors, StringComparison.Ordinal);
        Assert.Empty(Twilio.Requests);
        Assert.Empty(await Rehearsal.Database.FeedAsync());
    }

    [Theory]
    [InlineData("--from-number", "12")]
    [InlineData("--max-calls", "0")]
    [InlineData("--send-digits-limit", "-1")]
    [InlineData("--margin", "60")]
    public async Task A_command_line_that_makes_no_sense_places_nothing(params string[] wrong)
    {
        Assert.NotEqual(0, await RunAsync(Straight, [.. wrong, "--yes"]));

        Assert.NotEqual("", Errors);
        Assert.Empty(Twilio.Requests);
    }
}
