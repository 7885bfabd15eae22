using Ivr.Caller.Calls;

namespace Ivr.Caller.BrowserPhone;

/// <summary>Knows how the server is reached, and how the page's calls are signed.</summary>
internal sealed class Switchboard(PhoneSettings settings)
{
    private static readonly Uri DefaultServer = new("http://localhost:5080");

    /// <summary>The header of an answer that names the state that speaks.</summary>
    public string StateHeader => settings.StateHeader;

    /// <summary>Where calls go: where we were told, else where the demonstration is, else where a server listens by itself.</summary>
    public static Uri ServerOf(PhoneSettings settings, Demonstration demonstration) =>
        settings.Server ?? demonstration.Url ?? DefaultServer;

    /// <summary>A phone for one call, with a clock that starts now.</summary>
    /// <exception cref="UsageException">There is no auth token.</exception>
    public async Task<Phone> OpenAsync(CancellationToken cancellationToken)
    {
        var server = ServerOf(settings, await Demonstration.ReadAsync(settings.DemonstrationFile, cancellationToken));
        var number = new PhoneOptions
        {
            VoiceUrl = new Uri(server, settings.Incoming),
            StatusUrl = new Uri(server, settings.Status),
            FallbackUrl = new Uri(server, settings.Fallback),
            PublicBaseUrl = settings.PublicUrl,
            AuthToken = await settings.AuthToken(cancellationToken),
        };
        return new Phone(settings.AccountSid is { } sid ? number with { AccountSid = sid } : number);
    }
}
