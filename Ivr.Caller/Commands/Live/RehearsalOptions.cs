using System.CommandLine;
using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands.Live;

/// <summary>The options that name the test server of the rehearsal.</summary>
internal sealed class RehearsalOptions
{
    private readonly Option<Uri> _url = new("--url")
    {
        Description = "The test server of the rehearsal.", DefaultValueFactory = _ => new Uri("http://localhost:5080"),
        CustomParser = CallOptions.ParseUrl!,
    };

    private readonly Option<string?> _tokenFile = new("--auth-token-file")
    {
        Description = $"A file with the test server's auth token. Without it: {AuthToken.DefaultFile}, else {AuthToken.Variable}.",
    };

    public IEnumerable<Option> All => [_url, _tokenFile];

    public async Task<PhoneOptions> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var server = parsed.GetRequiredValue(_url);
        // The environment's token is the paying account's; a test server in development has one of its own, and leaves it in a file.
        var file = parsed.GetValue(_tokenFile);
        if (file is null && File.Exists(Path.Combine(terminal.Directory, AuthToken.DefaultFile)))
            file = AuthToken.DefaultFile;
        return PhoneOptions.For(server, await AuthToken.FindAsync(file, terminal, cancellationToken)) with
        {
            FallbackUrl = new Uri(server, "/voice/fallback"),
        };
    }
}
