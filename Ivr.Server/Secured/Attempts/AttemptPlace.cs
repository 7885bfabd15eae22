using System.Globalization;

namespace Ivr.Server.Secured.Attempts;

/// <summary>
/// The end of a page of calls, where the next page begins. It stays correct while calls come in. <c>StartedAt</c> (UTC) and <c>CallSid</c>
/// are those of the last call on the page.
/// </summary>
internal sealed record AttemptPlace(DateTime StartedAt, string CallSid)
{
    // A call sid has 34 characters.
    private const int LongestSid = 64;

    /// <summary>The text for a URL. It has microseconds, as PostgreSQL's timestamps.</summary>
    public string Write() => FormattableString.Invariant($"{(StartedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{CallSid}");

    /// <summary>Parses the text of a URL; null when it is not valid.</summary>
    public static AttemptPlace? Read(string? text) =>
        text?.Split('.') is [var at, { Length: > 0 and <= LongestSid } sid] && sid.All(char.IsAsciiLetterOrDigit)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 10_000_000_000_000_000
            ? new(DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), sid)
            : null;
}
