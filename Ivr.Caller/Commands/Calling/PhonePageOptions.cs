using System.CommandLine;
using System.CommandLine.Parsing;
using Ivr.Caller.BrowserPhone;
using Ivr.Caller.Commands.Common;

namespace Ivr.Caller.Commands.Calling;

/// <summary>The options of the phone command, and the settings that they give.</summary>
internal sealed class PhonePageOptions
{
    private readonly Option<Uri?> _url = new("--url")
    {
        Description = "Where the server is reached. Without it: what the demonstration file says, else http://localhost:5080.",
        CustomParser = OptionParsers.ParseUrl,
    };

    private readonly Option<Uri> _listen = new("--listen")
    {
        Description = "Where the page is served, on this machine.",
        DefaultValueFactory = _ => new Uri("http://localhost:5081"), CustomParser = ParseListen,
    };

    private readonly WebhookOptions _webhooks = new();

    private readonly Option<string> _demonstration = OptionParsers.Path(
        "--demonstration-file", "Numbers, logins and user numbers to offer (JSON).", ".data/demonstration.json");

    private readonly Option<string> _machine = OptionParsers.Path(
        "--machine-file", "The server's state machine (Mermaid).", ".data/machine.mmd");

    /// <summary>Stops the phone when the process with this id ends.</summary>
    public Option<int?> WhileProcess { get; } = new("--while-process") { Description = "Stop when the process of this id is gone." };

    public IEnumerable<Option> All =>
    [
        _url, _listen, .. _webhooks.All, _demonstration, _machine, WhileProcess,
    ];

    public PhoneSettings Read(ParseResult parsed, Terminal terminal)
    {
        var tokenFile = _webhooks.TokenFile(parsed);
        return new()
        {
            Listen = parsed.GetRequiredValue(_listen),
            Server = parsed.GetValue(_url),
            PublicUrl = _webhooks.PublicUrl(parsed),
            AccountSid = _webhooks.Account(parsed, terminal),
            AuthToken = cancellationToken => AuthToken.FindAsync(tokenFile, terminal, cancellationToken),
            Incoming = _webhooks.Incoming(parsed),
            Status = _webhooks.Status(parsed),
            Fallback = _webhooks.Fallback(parsed),
            DemonstrationFile = Path.Combine(terminal.Directory, parsed.GetRequiredValue(_demonstration)),
            MachineFile = Path.Combine(terminal.Directory, parsed.GetRequiredValue(_machine)),
        };
    }

    // The page dials with the account's auth token, so only this machine may reach it.
    private static Uri ParseListen(ArgumentResult result)
    {
        var url = OptionParsers.ParseUrl(result);
        if (url is not null && !(url.Scheme == Uri.UriSchemeHttp && Guard.IsThisMachine(url.Host.Trim('[', ']'))))
            result.AddError($"{url} is not on this machine alone: write http://localhost:5081.");
        return url ?? new Uri("http://localhost:5081");
    }
}
