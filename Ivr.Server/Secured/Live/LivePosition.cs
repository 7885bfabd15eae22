using System.Globalization;

namespace Ivr.Server.Secured.Live;

/// <summary>What a page has seen: a snapshot of PostgreSQL's transactions (<c>pg_snapshot</c>), which says of each whether it was to be seen.</summary>
/// <param name="Text">As PostgreSQL writes it: <c>xmin:xmax:xip,xip,...</c>.</param>
/// <param name="Oldest">The oldest transaction that had not ended; all before it had.</param>
/// <param name="Next">The first transaction that had not begun.</param>
internal sealed record LivePosition(string Text, ulong Oldest, ulong Next)
{
    // It comes back in a header. As many transactions as PostgreSQL has connections may be at work, each with a number of this many digits.
    private const int LongestText = 8000;

    /// <summary>Reads one; null for what PostgreSQL would not take for one.</summary>
    public static LivePosition? Read(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText } || text.Split(':') is not [var first, var end, var list])
            return null;
        if (Number(first) is not { } oldest || Number(end) is not { } next || oldest == 0 || oldest > next)
            return null;
        var least = oldest;
        foreach (var part in list.Length == 0 ? [] : list.Split(','))
        {
            if (Number(part) is not { } open || open < least || open >= next)
                return null;
            least = open;
        }

        return new(text, oldest, next);
    }

    // PostgreSQL counts transactions in 64 bits, of which a bigint has 63.
    private static ulong? Number(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue ? number : null;
}
