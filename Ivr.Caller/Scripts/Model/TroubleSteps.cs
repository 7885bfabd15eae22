
namespace Ivr.Caller.Scripts.Model;

/// <summary>
/// A webhook of this call is delivered again. The call itself does not change. The response must have the same words as the first time. A
/// webhook that was lost is delivered late in this way, and its response may have any words.
/// </summary>
internal sealed record RepeatStep : ScriptStep
{
    /// <summary>
    /// The word last for the last webhook; its number in this call, from 1, for an older webhook; or the word next for the next webhook,
    /// which is then delivered twice at the same time.
    /// </summary>
    [Form("last|next|[1-9][0-9]{0,2}", "the word last or next, or the number of a webhook of this call, from 1")]
    public required string Repeat { get; init; }
}

/// <summary>The next webhook is lost. The fallback URL is requested instead.</summary>
internal sealed record FailStep : ScriptStep
{
    /// <summary>The part that is lost: the request or the answer.</summary>
    public required Loss Fail { get; init; }
}

/// <summary>The server's database fails, or works again.</summary>
internal sealed record DatabaseStep : ScriptStep
{
    /// <summary>What happens.</summary>
    public required DatabaseTrouble Database { get; init; }
}

/// <summary>The disk of the server's emergency journal fails, or works again.</summary>
internal sealed record DiskStep : ScriptStep
{
    /// <summary>What happens.</summary>
    public required DiskTrouble Disk { get; init; }
}

/// <summary>What can happen to a disk.</summary>
internal enum DiskTrouble
{
    /// <summary>It accepts no more data.</summary>
    Full,

    /// <summary>It works again.</summary>
    Back,
}

/// <summary>What can happen to a database.</summary>
internal enum DatabaseTrouble
{
    /// <summary>It cannot be reached.</summary>
    Away,

    /// <summary>No prestation can be written, because another session locks the table. Reading still works.</summary>
    Locked,

    /// <summary>It accepts no writes. Reading still works.</summary>
    ReadOnly,

    /// <summary>It works again.</summary>
    Back,
}

/// <summary>So many other callers log in that no more passwords can be checked, or these callers have left.</summary>
internal sealed record CrowdStep : ScriptStep
{
    /// <summary>Whether the other callers come or go.</summary>
    public required CrowdMove Crowd { get; init; }
}

internal enum CrowdMove
{
    /// <summary>They come all at once.</summary>
    Comes,

    /// <summary>All of them go.</summary>
    Goes,
}

/// <summary>The worker's company does something on its pages, between two keys of the caller.</summary>
internal sealed record CompanyStep : ScriptStep
{
    /// <summary>What the company does.</summary>
    public required CompanyMove Company { get; init; }
}

internal enum CompanyMove
{
    /// <summary>It corrects the entry that was recorded last: one hour.</summary>
    Corrects,

    /// <summary>It cancels the entry that was recorded last.</summary>
    Cancels,
}
