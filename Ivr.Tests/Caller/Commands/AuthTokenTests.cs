using Ivr.Caller.Commands;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Webhooks;

namespace Ivr.Tests.Caller;

/// <summary>Where the call command finds the auth token that it signs requests with.</summary>
public sealed class AuthTokenTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ivr-caller-").FullName;
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_that_is_named_wins_over_the_environment_and_is_trimmed()
    {
        await WriteAsync("token", "of the file\n");

        await SignsWithAsync("of the file", "of the environment", "--auth-token-file", "token");
    }

    [Fact]
    public async Task Without_a_file_named_the_environment_has_it()
    {
        await WriteAsync(".data/auth-token", "of the server");

        await SignsWithAsync("of the environment", "of the environment");
    }

    [Fact]
    public async Task Without_either_it_is_the_one_that_a_server_in_development_leaves()
    {
        await WriteAsync(".data/auth-token", "of the server");

        await SignsWithAsync("of the server", variable: null);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_file_is_exit_code_2(string content)
    {
        await WriteAsync("token", content);

        Assert.Equal(2, await RunAsync("of the environment", "--auth-token-file", "token"));
        Assert.Equal($"No auth token: {_directory}/token is empty.\n", _error.ToString());
    }

    [Fact]
    public async Task No_token_anywhere_is_exit_code_2_and_says_where_it_may_be()
    {
        Assert.Equal(2, await RunAsync(variable: null));

        Assert.Equal(
            $"No auth token: there is no file {_directory}/.data/auth-token. "
            + "Name one with --auth-token-file, or set TWILIO_AUTH_TOKEN.\n",
            _error.ToString());
    }

    private Task WriteAsync(string name, string content)
    {
        var file = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, content);
    }

    private async Task SignsWithAsync(string token, string? variable, params string[] more)
    {
        await using var server = await ScriptedServer.StartAsync("");

        await RunAsync(variable, ["--url", server.Url.ToString(), .. more]);

        var received = server.Received[0];
        var signature = new RequestSigner(token).Sign(new Uri(server.Url, "/voice/incoming"), received.Form);
        Assert.Equal(signature, received.Headers["X-Twilio-Signature"]);
    }

    private Task<int> RunAsync(string? variable, params string[] more) => CommandLine.RunAsync(
        ["call", "--to", "+3280035530", .. more],
        new Terminal(TextWriter.Null, _error) { Directory = _directory, Variable = name => name == "TWILIO_AUTH_TOKEN" ? variable : null });
}
