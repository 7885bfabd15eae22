using System.CommandLine;
using System.CommandLine.Parsing;
using Ivr.Caller.BrowserPhone;

namespace Ivr.Caller.Commands;

/// <summary>The options of the phone command, and the settings they make.</summary>
internal sealed class PhonePageOptions
{
    private readonly Option<Uri?> _url = new("--url")
    {
        Description = "Where the server is reached. Without it: what the demonstration file says, else http://localhost:5080.",
        CustomParser = CallOptions.ParseUrl,
    };

    private readonly Option<Uri> _listen = new("--listen")
    {
        Description = "Where the page is served, on this machine.",
        DefaultValueFactory = _ => new Uri("http://localhost:5081"), CustomParser = ParseListen,
    };

    private readonly Option<Uri?> _publicUrl = new("--public-url")
    {
        Description = "The base URL that signatures cover, when it is another one.", CustomParser = CallOptions.ParseUrl,
    };

    private readonly Option<string> _incoming = CallOptions.Path("--incoming", "The voice URL's path.", "/voice/incoming");
    private readonly Option<string> _status = CallOptions.Path("--status", "The status callback's path.", "/voice/status");
    private readonly Option<string> _fallback = CallOptions.Path("--fallback", "The fallback URL's path.", "/voice/fallback");

    private readonly Option<string?> _tokenFile = new("--auth-token-file")
    {
        Description = $"A file with the auth token. Without it: {AuthToken.Variable}, else {AuthToken.DefaultFile}.",
    };

    private readonly Option<string?> _accountSid = new("--account-sid")
    {
        Description = "AC and 32 hexadecimal digits. Without it: TWILIO_ACCOUNT_SID, else zeros.", CustomParser = CallOptions.ParseAccountSid,
    };

    private readonly Option<string> _demonstration = CallOptions.Path(
        "--demonstration-file", "Numbers, logins and user numbers to offer (JSON).", ".data/demonstration.json");

    private readonly Option<string> _machine = CallOptions.Path(
        "--machine-file", "The server's state machine (Mermaid).", ".data/machine.mmd");

    /// <summary>Ends the phone with another process.</summary>
    public Option<int?> WhileProcess { get; } = new("--while-process") { Description = "Stop when the process of this id is gone." };

    public IEnumerable<Option> All =>
    [
        _url, _listen, _publicUrl, _incoming, _status, _fallback, _tokenFile, _accountSid, _demonstration, _machine, WhileProcess,
    ];

    public PhoneSettings Read(ParseResult parsed, Terminal terminal)
    {
        var tokenFile = parsed.GetValue(_tokenFile);
        var sid = parsed.GetValue(_accountSid) ?? terminal.Variable("TWILIO_ACCOUNT_SID");
        return new()
        {
            Listen = parsed.GetRequiredValue(_listen),
            Server = parsed.GetValue(_url),
            PublicUrl = parsed.GetValue(_publicUrl),
            AccountSid = string.IsNullOrEmpty(sid) ? null : sid,
            AuthToken = cancellationToken => AuthToken.FindAsync(tokenFile, terminal, cancellationToken),
            Incoming = parsed.GetRequiredValue(_incoming),
            Status = parsed.GetRequiredValue(_status),
            Fallback = parsed.GetRequiredValue(_fallback),
            DemonstrationFile = Path.Combine(terminal.Directory, parsed.GetRequiredValue(_demonstration)),
            MachineFile = Path.Combine(terminal.Directory, parsed.GetRequiredValue(_machine)),
        };
    }

    // The page dials with the account's auth token, so nobody but this machine is let near it.
    private static Uri ParseListen(ArgumentResult result)
    {
        var url = CallOptions.ParseUrl(result);
        if (url is not null && !(url.Scheme == Uri.UriSchemeHttp && Guard.IsThisMachine(url.Host.Trim('[', ']'))))
            result.AddError($"{url} is not on this machine alone: write http://localhost:5081.");
        return url ?? new Uri("http://localhost:5081");
    }
}
