using System.Globalization;

namespace Ivr.Server.Secured.History;

/// <summary>Where a page of the history ends, and the next begins: it stays right while entries arrive.</summary>
/// <param name="RecordedAt">When the last entry of the page was recorded, in UTC.</param>
/// <param name="Id">Its row.</param>
internal sealed record HistoryPlace(DateTime RecordedAt, long Id)
{
    /// <summary>As it stands in an address. PostgreSQL's moments have microseconds.</summary>
    public string Write() => FormattableString.Invariant($"{(RecordedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Id}");

    /// <summary>Reads it; null when it is none.</summary>
    public static HistoryPlace? Read(string? text) =>
        text?.Split('.') is [var at, var row]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 10_000_000_000_000_000
        && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), id)
            : null;
}
