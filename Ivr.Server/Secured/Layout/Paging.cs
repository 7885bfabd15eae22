namespace Ivr.Server.Secured.Layout;

/// <summary>
/// Links between the pages of a long list. <c>First</c> leads to the newest rows; null on that page. <c>Next</c> leads to older rows; null
/// when there are none.
/// </summary>
internal sealed record Paging(string? First, string? Next);
