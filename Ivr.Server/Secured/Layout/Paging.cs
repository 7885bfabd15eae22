using System.Globalization;

namespace Ivr.Server.Secured.Layout;

/// <summary>
/// Links between the pages of a long list. <c>First</c> leads to the newest rows; null on that page. <c>Next</c> leads to older rows; null
/// when there are none.
/// </summary>
internal sealed record Paging(string? First, string? Next)
{
    /// <summary>The query parameter with the number of rows on the pages before.</summary>
    public const string BeforeKey = "before";

    /// <summary>Which rows are shown of how many, such as <c>1–50</c>; null when it is not counted.</summary>
    public string? Range { get; init; }

    public int Total { get; init; }

    /// <summary>Reads the number of rows on the pages before this one. It is for display only.</summary>
    public static int Before(IQueryCollection query) =>
        int.TryParse(query[BeforeKey], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0;
}
