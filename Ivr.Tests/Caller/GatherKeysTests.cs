namespace Ivr.Tests.Caller;

/// <summary>What the keys of one Gather amount to, and when Gather has enough keys.</summary>
public sealed class GatherKeysTests
{
    [Theory]
    [InlineData("", "12#", "Digits=12 FinishedOnKey=#")]
    [InlineData("finishOnKey=\"*\"", "99*", "Digits=99 FinishedOnKey=*")]
    [InlineData("finishOnKey=\"*\" numDigits=\"3\"", "9#9", "Digits=9#9 FinishedOnKey=")]
    [InlineData("finishOnKey=\"\" numDigits=\"3\"", "12#", "Digits=12# FinishedOnKey=")]
    [InlineData("numDigits=\"3\"", "1*2", "Digits=1*2 FinishedOnKey=")]
    public async Task Case_8_the_finish_key_ends_the_entry_and_is_not_a_digit_of_it(string attributes, string keys, string sent)
    {
        await using var server = await ScriptedServer.StartAsync($"<Gather action=\"/next\" {attributes}/>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses(keys);

        Assert.Equal($"POST /next CallStatus=in-progress {sent} msg=Gather End", server.Lines.Last());
    }

    [Theory]
    [InlineData("", "1234567890123456789#", "Digits=1234567890123456789 FinishedOnKey=#")]
    [InlineData("numDigits=\"5\"", "12345", "Digits=12345 FinishedOnKey=")]
    [InlineData("numDigits=\"5\"", "123#", "Digits=123 FinishedOnKey=#")]
    public async Task Case_10_numDigits_ends_the_entry_and_is_unlimited_by_default(string attributes, string keys, string sent)
    {
        await using var server = await ScriptedServer.StartAsync($"<Gather action=\"/next\" {attributes}/>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses(keys);

        Assert.Equal($"POST /next CallStatus=in-progress {sent} msg=Gather End", server.Lines.Last());
    }

    [Fact]
    public async Task Case_10_keys_one_by_one_and_in_one_burst_give_the_same_requests()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/two\" numDigits=\"3\"/>");
        server.On("/two", "<Gather action=\"/three\"/>").On("/three", "");

        await using (var burst = await server.DialAsync()) await burst.Presses("12345#");
        await using (var single = await server.DialAsync())
            foreach (var key in "12345#") await single.Presses(key.ToString());

        var lines = server.Lines.ToList();
        Assert.Equal("POST /three CallStatus=in-progress Digits=45 FinishedOnKey=# msg=Gather End", lines[2]);
        Assert.Equal(lines[..3], lines[3..]);
    }

    [Fact]
    public async Task Case_11_the_finish_key_before_any_digit_falls_through()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\"/><Say>Nothing keyed.</Say>");
        await using var call = await server.DialAsync();

        await call.Presses("#");

        call.HearsGoodbye("Nothing keyed.");
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Case_11_the_finish_key_before_any_digit_requests_the_action_if_it_wants_to_know()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\" actionOnEmptyResult=\"true\"/>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses("#");

        Assert.Equal("POST /next CallStatus=in-progress FinishedOnKey=# msg=Gather End", server.Lines.Last());
    }

    [Fact]
    public async Task Case_20_partial_digits_and_then_silence_are_submitted_once()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\" numDigits=\"12\"/>");
        server.On("/next", "<Gather/>");
        await using var call = await server.DialAsync();

        await call.Presses("1234567");
        Assert.Single(server.Received);
        await call.StaysSilent();
        await call.StaysSilent();

        Assert.Equal(
            ["POST /voice/incoming CallStatus=ringing", "POST /next CallStatus=in-progress Digits=1234567 FinishedOnKey= msg=Gather End"],
            server.Lines);
    }

    [Fact]
    public async Task A_digit_after_the_last_one_goes_to_the_next_question()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\" numDigits=\"1\"/>");
        server.On("/next", "<Gather action=\"/last\" numDigits=\"1\"><Say>And now?</Say></Gather>").On("/last", "");
        await using var call = await server.DialAsync();

        await call.Presses("12");

        Assert.Equal("POST /last CallStatus=in-progress Digits=2 FinishedOnKey= msg=Gather End", server.Lines.Last());
    }
}
