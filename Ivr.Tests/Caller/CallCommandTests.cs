using Ivr.Caller.Commands;

namespace Ivr.Tests.Caller;

/// <summary>The call command as a script sees it: what it prints, and its exit code.</summary>
public sealed class CallCommandTests : IAsyncLifetime
{
    private const string Login = "<Gather action=\"/password\"><Say language=\"nl-BE\">Uw nummer?</Say></Gather>";

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync(Login);
        _server
            .On("/password", "<Gather action=\"/client\"><Say>Wachtwoord?</Say></Gather>")
            .On("/client", "<Gather action=\"/recorded\" numDigits=\"12\"><Say>Klant?</Say></Gather>")
            .On("/recorded", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 8.</Say><Hangup/>")
            .On("/voice/status", "");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_recorded_prestation_is_exit_code_0_and_shows_its_reference()
    {
        Assert.Equal(0, await CallAsync("--keys", "980123456789# 4711# 112233445566"));

        Assert.Contains("Recorded with reference 123 456 788\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains(" seconds (virtual), 30 keys\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("0:00  nl-BE  Uw nummer? (1.0 s)\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task What_may_be_a_password_is_hidden_and_a_user_number_is_not()
    {
        await CallAsync("--keys", "980123456789#4711#112233445566", "--show-webhooks");

        var shown = _out.ToString();
        Assert.Contains("keys   ••••#\n", shown, StringComparison.Ordinal);
        Assert.Contains("keys   112233445566\n", shown, StringComparison.Ordinal);
        Assert.Contains("Digits=••••\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("12345\n", shown, StringComparison.Ordinal); // the auth token
    }

    [Fact]
    public async Task Keys_are_shown_to_those_who_ask()
    {
        await CallAsync("--keys", "980123456789#4711#112233445566", "--show-keys", "--show-webhooks");

        Assert.Contains("keys   4711#\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("  Digits=4711\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_was_heard_without_pressing_a_key_is_nothing_recorded()
    {
        _server.On("/voice/incoming", "<Say>For example 1 2 3, 4 5 6, 7 8 8.</Say>");

        Assert.Equal(1, await CallAsync());

        Assert.Contains("NOT recorded: the server hung up after \"For example 1 2 3, 4 5 6, 7 8 8.\"\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_reference_is_nothing_recorded()
    {
        _server.On("/password", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 9.</Say>");

        Assert.Equal(1, await CallAsync("--keys", "1#"));
    }

    [Fact]
    public async Task Without_anybody_to_type_the_rest_is_silence()
    {
        Assert.Equal(1, await CallAsync("--keys", "980#"));

        Assert.Contains("the caller is silent (5.0 s)\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("NOT recorded: the server hung up after \"Wachtwoord?\"\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_ever_is_hung_up_on()
    {
        _server.On("/voice/incoming", "<Gather/><Redirect>/voice/incoming</Redirect>");

        Assert.Equal(1, await CallAsync());

        Assert.Contains("NOT recorded: the caller hung up\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12w#")]
    [InlineData("12,#")]
    public async Task Silence_can_be_typed_ahead(string keys)
    {
        await CallAsync("--keys", keys);

        Assert.Equal("POST /password CallStatus=in-progress Digits=12 FinishedOnKey= msg=Gather End", _server.Lines.ElementAt(1));
    }

    [Fact]
    public async Task Keys_left_over_are_told()
    {
        Assert.Equal(0, await CallAsync("--keys", "1#2#112233445566" + "99"));

        Assert.Equal("2 keys were left over when the call ended.\n", _error.ToString());
    }

    [Fact]
    public async Task Keys_are_asked_for_when_somebody_is_there_and_hidden_where_they_may_be_a_password()
    {
        var asked = new List<bool>();
        var lines = new Queue<string>(["x", "980#", "4711#", "112233445566"]);

        Assert.Equal(0, await CallAsync(terminal => terminal with { Ask = (_, hidden) => { asked.Add(hidden); return lines.Dequeue(); } }));

        Assert.Equal([true, true, true, false], asked);
        Assert.Equal("A telephone has no key 'x'.\n", _error.ToString());
    }

    [Fact]
    public async Task Somebody_can_be_silent_and_hang_up()
    {
        _server.On("/voice/incoming", "<Gather/><Say>Hello?</Say><Gather/>");
        var lines = new Queue<string>(["", "h"]);

        Assert.Equal(1, await CallAsync(terminal => terminal with { Ask = (_, _) => lines.Dequeue() }));

        Assert.Contains("NOT recorded: the caller hung up after \"Hello?\"\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0800/355 30", "+3280035530")]
    [InlineData("02/547 54 97", "+3225475497")]
    [InlineData("080035180", "+3280035180")]
    public async Task The_number_may_be_written_as_in_Belgium(string written, string dialled)
    {
        await RunAsync("call", "--to", written, "--from", "withheld", "--url", _server.Url.ToString());

        var form = _server.Received[0].Form;
        Assert.Equal((dialled, "+266696687"), (form["To"], form["From"]));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_3_and_one_line()
    {
        Assert.Equal(3, await RunAsync("call", "--to", "0800 35530", "--url", "http://127.0.0.1:9"));

        Assert.Equal("Nobody listens at http://127.0.0.1:9/: is the server running there?\n", _error.ToString());
        Assert.Contains("NOT recorded: the line failed\n", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_signature_is_exit_code_3_and_says_what_may_be_wrong()
    {
        _server.OnRaw("/voice/incoming", "", status: 403);

        Assert.Equal(3, await CallAsync());

        Assert.StartsWith("The server refused the signature (403): the auth token is not the server's, ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_no_TwiML_is_exit_code_3_even_after_something_was_recorded()
    {
        _server.On("/recorded", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 8.</Say><Redirect>/more</Redirect>").OnRaw("/more", "oops");

        Assert.Equal(3, await CallAsync("--keys", "1#2#112233445566"));

        Assert.Contains("Recorded with reference 123 456 788, but then the line failed\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("TwiML 12100", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to", "112233")]
    [InlineData("--to", "0800/CALL")]
    [InlineData("--to", "0800/35530", "--keys", "12a")]
    [InlineData("--to", "0800/35530", "--url", "localhost")]
    [InlineData("--to", "0800/35530", "--speed", "2")]
    [InlineData("--from", "0800/35530")]
    public async Task A_command_line_that_makes_no_sense_is_exit_code_2_and_dials_nobody(params string[] args)
    {
        Assert.Equal(2, await RunAsync(["call", .. args]));

        Assert.NotEqual("", _error.ToString());
        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task No_verb_is_exit_code_2() => Assert.Equal(2, await RunAsync());

    [Fact]
    public async Task Help_is_exit_code_0()
    {
        Assert.Equal(0, await RunAsync("call", "--help"));

        Assert.Contains("--keys", _out.ToString(), StringComparison.Ordinal);
    }

    private Task<int> CallAsync(params string[] more) => RunAsync(["call", "--to", "+3280035530", "--url", _server.Url.ToString(), .. more]);

    private Task<int> CallAsync(Func<Terminal, Terminal> with) =>
        CommandLine.RunAsync(["call", "--to", "+3280035530", "--url", _server.Url.ToString()], with(NewTerminal()));

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, NewTerminal());

    private Terminal NewTerminal() => new(_out, _error) { Variable = name => name == "TWILIO_AUTH_TOKEN" ? "12345" : null };
}
