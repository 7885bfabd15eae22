using System.CommandLine;
using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands;

/// <summary>The options that say how a number is configured: where its webhooks are, and what signs them.</summary>
internal sealed class NumberOptions
{
    private readonly Option<Uri> _url = new("--url")
    {
        Description = "Where the server is reached.",
        DefaultValueFactory = _ => new Uri("http://localhost:5080"), CustomParser = CallOptions.ParseUrl,
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

    public IEnumerable<Option> All => [_url, _publicUrl, _incoming, _status, _fallback, _tokenFile, _accountSid];

    /// <summary>The account that was named; null when none was.</summary>
    public string? AccountSid(ParseResult parsed) => parsed.GetValue(_accountSid);

    /// <summary>The number.</summary>
    /// <param name="parsed">What was said.</param>
    /// <param name="terminal">Has the environment.</param>
    /// <param name="rehearses">
    /// Whether calls are placed through Twilio afterwards: then the environment's token is the paying account's, and that of a server
    /// in development comes before it.
    /// </param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UsageException">There is no auth token.</exception>
    public async Task<PhoneOptions> ReadAsync(ParseResult parsed, Terminal terminal, bool rehearses, CancellationToken cancellationToken)
    {
        var tokenFile = parsed.GetValue(_tokenFile);
        if (rehearses && tokenFile is null && File.Exists(Path.Combine(terminal.Directory, AuthToken.DefaultFile)))
            tokenFile = AuthToken.DefaultFile;
        var server = parsed.GetRequiredValue(_url);
        var number = new PhoneOptions
        {
            VoiceUrl = new Uri(server, parsed.GetRequiredValue(_incoming)),
            StatusUrl = new Uri(server, parsed.GetRequiredValue(_status)),
            FallbackUrl = new Uri(server, parsed.GetRequiredValue(_fallback)),
            PublicBaseUrl = parsed.GetValue(_publicUrl),
            AuthToken = await AuthToken.FindAsync(tokenFile, terminal, cancellationToken),
        };
        var sid = parsed.GetValue(_accountSid) ?? terminal.Variable("TWILIO_ACCOUNT_SID");
        return string.IsNullOrEmpty(sid) ? number : number with { AccountSid = sid };
    }
}
