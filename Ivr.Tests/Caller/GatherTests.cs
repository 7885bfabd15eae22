namespace Ivr.Tests.Caller;

/// <summary>
/// Gather as Twilio documents it: timeout 5 s, finishOnKey #, numDigits unlimited, method POST, action the current document,
/// actionOnEmptyResult false. A case number in a test's name refers to the list of cases from which this phone was built.
/// </summary>
public sealed class GatherTests
{
    [Fact]
    public async Task Case_1_without_an_action_the_digits_go_to_the_current_document()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather/>");
        await using var call = await server.DialAsync();

        await call.Presses("123#");

        Assert.Equal(
            [
                "POST /voice/incoming CallStatus=ringing",
                "POST /voice/incoming CallStatus=in-progress Digits=123 FinishedOnKey=# msg=Gather End",
            ],
            server.Lines);
    }

    [Theory]
    [InlineData("next", "/voice/next")]
    [InlineData("/next?step=2", "/next?step=2")]
    [InlineData("?step=2", "/voice/incoming?step=2")]
    public async Task Case_2_a_relative_action_is_relative_to_the_document(string action, string path)
    {
        await using var server = await ScriptedServer.StartAsync($"<Gather action=\"{action}\"/>");
        server.On(path.Split('?')[0], path.StartsWith("/voice/incoming", StringComparison.Ordinal) ? "<Gather action=\"?step=2\"/>" : "");
        await using var call = await server.DialAsync();

        await call.Presses("1#");

        Assert.Equal($"POST {path} CallStatus=in-progress Digits=1 FinishedOnKey=# msg=Gather End", server.Lines.Last());
    }

    [Fact]
    public async Task Case_2_an_absolute_action_is_taken_as_it_is()
    {
        await using var other = await ScriptedServer.StartAsync("");
        await using var server = await ScriptedServer.StartAsync($"<Gather action=\"{new Uri(other.Url, "/voice/incoming?a=b")}\"/>");
        await using var call = await server.DialAsync();

        await call.Presses("1#");

        Assert.Equal(["POST /voice/incoming?a=b CallStatus=in-progress Digits=1 FinishedOnKey=# msg=Gather End"], other.Lines);
    }

    [Fact]
    public async Task Case_3_without_input_the_next_verb_runs_and_the_action_is_not_requested()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\"/><Say>Nothing keyed.</Say>");
        await using var call = await server.DialAsync();

        await call.StaysSilent();

        call.HearsGoodbye("Nothing keyed.");
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Case_4_with_actionOnEmptyResult_silence_requests_the_action_without_a_Digits_key()
    {
        await using var server = await ScriptedServer.StartAsync(
            "<Gather action=\"/next\" actionOnEmptyResult=\"true\"/><Say>Never said.</Say>");
        server.On("/next", "<Say>Still there?</Say>");
        await using var call = await server.DialAsync();

        await call.StaysSilent();

        call.Hears("Still there?").DoesNotHear("Never said.");
        Assert.Equal("POST /next CallStatus=in-progress FinishedOnKey= msg=Gather End", server.Lines.Last());
    }

    [Fact]
    public async Task Case_5_GET_appends_the_parameters_to_the_query_and_keeps_the_existing_ones()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next?step=2\" method=\"GET\"/>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses("1*#");

        var received = server.Received[^1];
        Assert.Equal("GET", received.Method);
        Assert.StartsWith("/next?step=2&AccountSid=AC", received.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("&Digits=1%2A&", received.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("&From=%2B3225551234&", received.PathAndQuery, StringComparison.Ordinal);
        Assert.Empty(received.Form);
    }

    [Theory]
    [InlineData("<Gather/>", 5)]
    [InlineData("<Gather timeout=\"10\"/>", 10)]
    public async Task Case_7_the_timeout_is_5_seconds_unless_it_is_given(string gather, int seconds)
    {
        await using var server = await ScriptedServer.StartAsync(gather);
        await using var call = await server.DialAsync();

        await call.Waits(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(call.IsOver);
        await call.Waits(TimeSpan.FromSeconds(0.1));

        Assert.True(call.IsOver);
        Assert.Equal(TimeSpan.FromSeconds(seconds), call.Elapsed);
    }
}
