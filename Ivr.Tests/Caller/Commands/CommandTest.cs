using Ivr.Caller.Commands;
using Ivr.Caller.Commands.Common;

namespace Ivr.Tests.Caller;

/// <summary>Runs the call command as a script does, against a server that asks three questions and then records.</summary>
public abstract class CommandTest : IAsyncLifetime
{
    protected const string Token = "nobody-may-see-this";

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    internal ScriptedServer Server { get; private set; } = null!;

    protected string Output => _out.ToString();

    protected string Errors => _error.ToString();

    private string[] Here => ["--to", "+3280035530", "--url", Server.Url.ToString()];

    public async ValueTask InitializeAsync()
    {
        Server = await ScriptedServer.StartAsync("<Gather action=\"/password\"><Say language=\"nl-BE\">Uw nummer?</Say></Gather>");
        Server
            .On("/password", "<Gather action=\"/client\"><Say>Wachtwoord?</Say></Gather>")
            .On("/client", "<Gather action=\"/recorded\" numDigits=\"12\"><Say>Klant?</Say></Gather>")
            .On("/recorded", "<Say>Genoteerd: 1 2 3, 4 5 6, 7 8 8.</Say><Hangup/>")
            .On("/voice/status", "");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void Shows(string lines) => Assert.Contains(lines, Output, StringComparison.Ordinal);

    protected Task<int> CallAsync(params string[] more) => RunAsync(["call", .. Here, .. more]);

    private protected Task<int> CallAsync(Func<Terminal, Terminal> with) => CommandLine.RunAsync(["call", .. Here], with(NewTerminal()));

    protected Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, NewTerminal());

    private Terminal NewTerminal() => new(_out, _error) { Variable = name => name == "TWILIO_AUTH_TOKEN" ? Token : null };
}
