using System.CommandLine;

namespace Ivr.Caller.Commands.Common;

/// <summary>The options shared by all commands that dial a server: the paths of its webhooks and the token that signs them.</summary>
internal sealed class WebhookOptions
{
    private readonly Option<Uri?> _publicUrl = new("--public-url")
    {
        Description = "The base URL that signatures cover, when it is another one.", CustomParser = OptionParsers.ParseUrl,
    };

    private readonly Option<string> _incoming = OptionParsers.Path("--incoming", "The voice URL's path.", "/voice/incoming");
    private readonly Option<string> _status = OptionParsers.Path("--status", "The status callback's path.", "/voice/status");
    private readonly Option<string> _fallback = OptionParsers.Path("--fallback", "The fallback URL's path.", "/voice/fallback");

    private readonly Option<string?> _tokenFile = new("--auth-token-file")
    {
        Description = $"A file with the auth token. Without it: {AuthToken.Variable}, else {AuthToken.DefaultFile}.",
    };

    private readonly Option<string?> _accountSid = new("--account-sid")
    {
        Description = "AC and 32 hexadecimal digits. Without it: TWILIO_ACCOUNT_SID, else zeros.", CustomParser = OptionParsers.ParseAccountSid,
    };

    public IEnumerable<Option> All => [_publicUrl, _incoming, _status, _fallback, _tokenFile, _accountSid];

    /// <summary>The base URL that signatures cover; null when it is the server's own.</summary>
    public Uri? PublicUrl(ParseResult parsed) => parsed.GetValue(_publicUrl);

    /// <summary>The path of the voice URL.</summary>
    public string Incoming(ParseResult parsed) => parsed.GetRequiredValue(_incoming);

    public string Status(ParseResult parsed) => parsed.GetRequiredValue(_status);

    public string Fallback(ParseResult parsed) => parsed.GetRequiredValue(_fallback);

    /// <summary>The file with the auth token; null when none was named.</summary>
    public string? TokenFile(ParseResult parsed) => parsed.GetValue(_tokenFile);

    /// <summary>The account that was given as an option; null when none was.</summary>
    public string? NamedAccount(ParseResult parsed) => parsed.GetValue(_accountSid);

    /// <summary>The account that was given as an option, else the one in the environment; null when there is none.</summary>
    public string? Account(ParseResult parsed, Terminal terminal) =>
        (NamedAccount(parsed) ?? terminal.Variable("TWILIO_ACCOUNT_SID")) is { Length: > 0 } sid ? sid : null;
}
