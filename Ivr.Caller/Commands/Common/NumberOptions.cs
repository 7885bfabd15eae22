using System.CommandLine;
using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands.Common;

/// <summary>The options for the configuration of a number: the paths of its webhooks and the token that signs them.</summary>
internal sealed class NumberOptions
{
    private readonly Option<Uri> _url = new("--url")
    {
        Description = "Where the server is reached.",
        DefaultValueFactory = _ => new Uri("http://localhost:5080"), CustomParser = OptionParsers.ParseUrl,
    };

    private readonly WebhookOptions _webhooks = new();

    public IEnumerable<Option> All => [_url, .. _webhooks.All];

    /// <summary>The account that was given as an option; null when none was.</summary>
    public string? AccountSid(ParseResult parsed) => _webhooks.NamedAccount(parsed);

    /// <summary>
    /// Reads the configuration of the number. <paramref name="rehearses"/> is true when calls are placed through Twilio afterwards. Then
    /// the token in the environment belongs to the paying account, so the token file of a development server has precedence.
    /// </summary>
    /// <exception cref="UsageException">There is no auth token.</exception>
    public async Task<PhoneOptions> ReadAsync(ParseResult parsed, Terminal terminal, bool rehearses, CancellationToken cancellationToken)
    {
        var tokenFile = _webhooks.TokenFile(parsed);
        if (rehearses && tokenFile is null && File.Exists(Path.Combine(terminal.Directory, AuthToken.DefaultFile)))
            tokenFile = AuthToken.DefaultFile;
        var server = parsed.GetRequiredValue(_url);
        var number = new PhoneOptions
        {
            VoiceUrl = new Uri(server, _webhooks.Incoming(parsed)),
            StatusUrl = new Uri(server, _webhooks.Status(parsed)),
            FallbackUrl = new Uri(server, _webhooks.Fallback(parsed)),
            PublicBaseUrl = _webhooks.PublicUrl(parsed),
            AuthToken = await AuthToken.FindAsync(tokenFile, terminal, cancellationToken),
        };
        return _webhooks.Account(parsed, terminal) is { } sid ? number with { AccountSid = sid } : number;
    }
}
