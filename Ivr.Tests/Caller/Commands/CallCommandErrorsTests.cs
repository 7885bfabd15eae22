namespace Ivr.Tests.Caller;

/// <summary>What the call command prints when no call is possible.</summary>
public sealed class CallCommandErrorsTests : CommandTest
{
    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_3_and_one_line()
    {
        Assert.Equal(3, await RunAsync("call", "--to", "0800 35530", "--url", "http://127.0.0.1:9"));

        Assert.Equal("Nobody listens at http://127.0.0.1:9/: is the server running there?\n", Errors);
        Shows("NOT recorded: the line failed\n");
    }

    [Fact]
    public async Task A_refused_signature_is_exit_code_3_and_says_what_may_be_wrong()
    {
        Server.OnRaw("/voice/incoming", "", status: 403);

        Assert.Equal(3, await CallAsync());

        Assert.StartsWith("The server refused the signature (403): the auth token is not the server's, ", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_no_TwiML_is_exit_code_3_even_after_something_was_recorded()
    {
        Server.On("/recorded", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 8.</Say><Redirect>/more</Redirect>").OnRaw("/more", "oops");

        Assert.Equal(3, await CallAsync("--keys", "1#2#112233445566"));

        Shows("Recorded with reference 123 456 788, but then the line failed\n");
        Assert.Contains("TwiML 12100", Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to", "112233")]
    [InlineData("--to", "0800/CALL")]
    [InlineData("--to", "0800/35530", "--keys", "12a")]
    [InlineData("--to", "0800/35530", "--url", "localhost")]
    [InlineData("--to", "0800/35530", "--speed", "2")]
    [InlineData("--to", "0800/35530", "--account-sid", "AC12")]
    [InlineData("--from", "0800/35530")]
    public async Task A_command_line_that_makes_no_sense_is_exit_code_2_and_dials_nobody(params string[] args)
    {
        Assert.Equal(2, await RunAsync(["call", .. args]));

        Assert.NotEqual("", Errors);
        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task No_verb_is_exit_code_2() => Assert.Equal(2, await RunAsync());

    [Fact]
    public async Task Help_is_exit_code_0()
    {
        Assert.Equal(0, await RunAsync("call", "--help"));

        Shows("--keys");
    }
}
