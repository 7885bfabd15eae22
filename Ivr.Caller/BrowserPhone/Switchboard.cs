using Ivr.Caller.Calls;
using Ivr.Caller.Clock;
using Ivr.Caller.Replay;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.BrowserPhone;

/// <summary>Opens a phone for each call from the page, with the server's address and the token that signs its webhooks.</summary>
internal sealed class Switchboard(PhoneSettings settings)
{
    private static readonly Uri DefaultServer = new("http://localhost:5080");

    /// <summary>The response header that names the state whose prompt is heard.</summary>
    public string StateHeader => settings.StateHeader;

    /// <summary>The response header that lists the keys that are possible now.</summary>
    public string KeysHeader => settings.KeysHeader;

    /// <summary>The base URL of the server: from the settings, else from the demonstration file, else the server's default URL.</summary>
    public static Uri ServerOf(PhoneSettings settings, Demonstration demonstration) =>
        settings.Server ?? demonstration.Url ?? DefaultServer;

    /// <summary>
    /// Opens a phone for one call. The call begins at <paramref name="wall"/>, a wall-clock time in Brussels such as
    /// <c>2026-03-12 15:30</c>; null means now.
    /// </summary>
    /// <exception cref="UsageException">There is no auth token, there is no such moment, or the server's clock cannot be set.</exception>
    public async Task<Phone> OpenAsync(string? wall, CancellationToken cancellationToken)
    {
        var demonstration = await Demonstration.ReadAsync(settings.DemonstrationFile, cancellationToken);
        var server = ServerOf(settings, demonstration);
        var moment = SetClock(demonstration.Clock, wall);
        var number = new PhoneOptions
        {
            VoiceUrl = new Uri(server, settings.Incoming),
            StatusUrl = new Uri(server, settings.Status),
            FallbackUrl = new Uri(server, settings.Fallback),
            PublicBaseUrl = settings.PublicUrl,
            AuthToken = await settings.AuthToken(cancellationToken),
            Clock = new(moment ?? DateTimeOffset.UtcNow),
        };
        return new Phone(settings.AccountSid is { } sid ? number with { AccountSid = sid } : number);
    }

    private static DateTimeOffset? SetClock(string? file, string? wall)
    {
        DateTimeOffset? moment = wall is null
            ? null
            : BrusselsMoment.ReadFirst(wall) ?? throw new UsageException("Brussels has no such moment.");
        if (file is null)
            return moment is null ? null : throw new UsageException("This server's clock cannot be set.");
        try
        {
            new ClockFile(file).Set(moment);
            return moment;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The server's clock cannot be set: {refused.Message}");
        }
    }
}
