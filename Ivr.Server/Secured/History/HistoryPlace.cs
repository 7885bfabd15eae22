using System.Globalization;

namespace Ivr.Server.Secured.History;

/// <summary>
/// The end of a page of the history, where the next page begins. It stays correct while entries arrive. <c>RecordedAt</c> (UTC) and
/// <c>Id</c> are those of the last entry on the page.
/// </summary>
internal sealed record HistoryPlace(DateTime RecordedAt, long Id)
{
    /// <summary>The text for a URL. It has microseconds, as PostgreSQL's timestamps.</summary>
    public string Write() => FormattableString.Invariant($"{(RecordedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Id}");

    /// <summary>Parses the text of a URL; null when it is not valid.</summary>
    public static HistoryPlace? Read(string? text) =>
        text?.Split('.') is [var at, var row]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 10_000_000_000_000_000
        && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), id)
            : null;
}
