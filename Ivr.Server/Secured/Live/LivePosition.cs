using System.Globalization;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// What a page has seen: a snapshot of PostgreSQL's transactions (<c>pg_snapshot</c>), which says for each transaction whether it was
/// visible. <c>Text</c> is PostgreSQL's format <c>xmin:xmax:xip,xip,...</c>. <c>Oldest</c> is the oldest transaction that had not ended;
/// all before it had ended. <c>Next</c> is the first transaction that had not begun.
/// </summary>
internal sealed record LivePosition(string Text, ulong Oldest, ulong Next)
{
    // The browser sends the text back in a header. As many transactions as PostgreSQL has connections may be in progress, and each adds its
    // number to the text.
    private const int LongestText = 8000;

    /// <summary>Parses a snapshot; null when PostgreSQL would not accept the text.</summary>
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

    // PostgreSQL counts transactions in 64 bits; a bigint has 63 of them.
    private static ulong? Number(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue ? number : null;
}
