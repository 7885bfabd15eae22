using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Live;

/// <summary>The messages when Twilio refuses or fails, or when the call does not go as planned.</summary>
public sealed class LiveTroubleTests(TestCluster cluster) : LiveTest(cluster)
{
    private const string NotPlaced = "No call was placed.";
    private const string Uncertain = "It is not certain whether the call was placed";

    [Theory]
    [InlineData(401, 20003, "refuses the credentials (401)", NotPlaced)]
    [InlineData(400, 21210, "not the account's, nor verified by it", NotPlaced)]
    [InlineData(400, 21219, "a trial account may call verified numbers only", NotPlaced)]
    [InlineData(400, 21206, "does not take the keys", NotPlaced)]
    [InlineData(400, 21215, "geographic permissions", NotPlaced)]
    [InlineData(400, 29999, "https://www.twilio.com/docs/api/errors/29999", NotPlaced)]
    [InlineData(429, 20429, "asked too often (429)", NotPlaced)]
    [InlineData(500, 20500, "has trouble (500)", Uncertain)]
    [InlineData(503, 0, "has trouble (503)", Uncertain)]
    public async Task A_refusal_is_explained_without_Twilios_words_and_not_tried_again(int status, int code, string words, string placed)
    {
        // Twilio's own text may repeat values of the request.
        Twilio.Instead = _ => (status, $$"""{"code":{{code}},"message":"{{TwilioApi.Token}} 47110","more_info":"x","status":{{status}}}""");

        Assert.Equal(3, await RunAsync(Straight, "--yes"));

        Assert.Contains(words, Errors, StringComparison.Ordinal);
        Assert.Contains(placed, Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("47110", Output + Errors, StringComparison.Ordinal);
        Assert.Single(Twilio.Requests);
    }

    [Theory]
    [InlineData(502, "<html>a proxy</html>")]
    [InlineData(201, "<html>a proxy</html>")]
    public async Task An_answer_that_is_not_Twilios_leaves_it_open_whether_the_call_was_placed(int status, string body)
    {
        Twilio.Instead = _ => (status, body);

        Assert.Equal(3, await RunAsync(Straight, "--yes"));

        Assert.Contains("Twilio's answer cannot be read.", Errors, StringComparison.Ordinal);
        Assert.Contains(Uncertain, Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_is_not_there_is_told_in_one_line()
    {
        await using var gone = await TwilioApi.StartAsync();
        var handler = gone.Handler;
        await gone.DisposeAsync();

        Assert.Equal(3, await RunAsync(Straight, handler, "--yes"));

        Assert.Equal("Twilio's API cannot be reached. No call was placed.\n", Errors);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("no-answer")]
    [InlineData("failed")]
    [InlineData("canceled")]
    public async Task A_call_that_does_not_come_about_fails_its_script(string status)
    {
        Twilio.Answer = _ => Task.FromResult((status, 0));

        Assert.Equal(1, await RunAsync(Straight, "--yes"));

        Assert.Contains($"The call did not come about: {status}.", Errors, StringComparison.Ordinal);
        Assert.StartsWith("live.yaml:2:1: Three hours", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_over_before_its_keys_fails_its_script()
    {
        Twilio.Answer = _ => Task.FromResult(("completed", 12));

        Assert.Equal(1, await RunAsync(Straight, "--yes"));

        Assert.Contains("The call was over after 12 s, before all keys were pressed", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_hang_up_fails_its_script()
    {
        Twilio.Answer = order => Task.FromResult(("completed", int.Parse(order["TimeLimit"]) - 15));

        Assert.Equal(1, await RunAsync("title: Nobody there\ndial: \"+3280035530\"\nsteps:\n- silence: 3\nends: server hung up\n", "--yes"));

        Assert.Contains("The server should have hung up.", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_fails_is_repeated()
    {
        Twilio.Instead = number => number is 1 or 3 ? (503, "") : null;
        Twilio.Answer = _ => Task.FromResult(("completed", 100));

        Assert.Equal(0, await RunAsync(Straight, "--yes"));

        Assert.Single(Twilio.Placed);
    }

    [Fact]
    public async Task A_call_of_which_nothing_more_is_heard_is_given_up()
    {
        Twilio.Answer = _ => Task.FromResult(("in-progress", 0));

        Assert.Equal(3, await RunAsync("title: For ever\ndial: \"+3280035530\"\n", "--yes"));

        Assert.Matches("^Twilio does not say how call CA[0-9a-f]{32} ended; the last it said is \"in-progress\".", Errors);
    }
}
