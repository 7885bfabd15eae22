using Ivr.Caller.Calls;
using Ivr.Caller.Clock;
using Ivr.Caller.Replay;
using Ivr.Caller.Scripts.Reading;

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

    /// <summary>A phone for one call.</summary>
    /// <param name="wall">When it begins, by the clock on a wall in Brussels: <c>2026-03-12 15:30</c>; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UsageException">There is no auth token, or no such moment.</exception>
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
