using System.Globalization;

namespace Ivr.Server.Secured.Attempts;

/// <summary>Where a page of calls ends, and the next begins: it stays right while calls come in.</summary>
/// <param name="StartedAt">When the last call of the page began, in UTC.</param>
/// <param name="CallSid">Which it was.</param>
internal sealed record AttemptPlace(DateTime StartedAt, string CallSid)
{
    // A call's sid has 34 characters.
    private const int LongestSid = 64;

    /// <summary>As it stands in an address. PostgreSQL's moments have microseconds.</summary>
    public string Write() => FormattableString.Invariant($"{(StartedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{CallSid}");

    /// <summary>Reads it; null when it is none.</summary>
    public static AttemptPlace? Read(string? text) =>
        text?.Split('.') is [var at, { Length: > 0 and <= LongestSid } sid] && sid.All(char.IsAsciiLetterOrDigit)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 10_000_000_000_000_000
            ? new(DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), sid)
            : null;
}
