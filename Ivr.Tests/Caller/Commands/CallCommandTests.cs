namespace Ivr.Tests.Caller;

/// <summary>What the call command prints about a call, and its exit code.</summary>
public sealed class CallCommandTests : CommandTest
{
    [Fact]
    public async Task A_recorded_prestation_is_exit_code_0_and_shows_its_reference()
    {
        Assert.Equal(0, await CallAsync("--keys", "980123456789# 4711# 112233445566"));

        Shows("Recorded with reference 123 456 788\n");
        Shows(" seconds (virtual), 30 keys\n");
        Shows("0:00  nl-BE  Uw nummer? (1.0 s)\n");
        Assert.Equal("", Errors);
    }

    [Fact]
    public async Task A_reference_that_was_heard_without_pressing_a_key_is_nothing_recorded()
    {
        Server.On("/voice/incoming", "<Say>For example 1 2 3, 4 5 6, 7 8 8.</Say>");

        Assert.Equal(1, await CallAsync());

        Shows("NOT recorded: the server hung up after \"For example 1 2 3, 4 5 6, 7 8 8.\"\n");
    }

    [Fact]
    public async Task A_wrong_reference_is_nothing_recorded()
    {
        Server.On("/password", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 9.</Say>");

        Assert.Equal(1, await CallAsync("--keys", "1#"));
    }

    [Fact]
    public async Task Without_anybody_to_type_the_rest_is_silence()
    {
        Assert.Equal(1, await CallAsync("--keys", "980#"));

        Shows("the caller is silent (5.0 s)\n");
        Shows("NOT recorded: the server hung up after \"Wachtwoord?\"\n");
    }

    [Fact]
    public async Task A_server_that_asks_for_ever_is_hung_up_on()
    {
        Server.On("/voice/incoming", "<Gather/><Redirect>/voice/incoming</Redirect>");

        Assert.Equal(1, await CallAsync());

        Shows("NOT recorded: the caller hung up\n");
    }

    [Theory]
    [InlineData("0800/355 30", "+3280035530")]
    [InlineData("02/547 54 97", "+3225475497")]
    [InlineData("080035180", "+3280035180")]
    public async Task The_number_may_be_written_as_in_Belgium(string written, string dialled)
    {
        await RunAsync("call", "--to", written, "--from", "withheld", "--url", Server.Url.ToString());

        var form = Server.Received[0].Form;
        Assert.Equal((dialled, "+266696687"), (form["To"], form["From"]));
    }
}
