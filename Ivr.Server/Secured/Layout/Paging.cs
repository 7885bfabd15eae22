namespace Ivr.Server.Secured.Layout;

/// <summary>Links from one page of a long list to others.</summary>
/// <param name="First">Back to the newest; null on that page.</param>
/// <param name="Next">On to what is older; null when there is nothing.</param>
internal sealed record Paging(string? First, string? Next);
