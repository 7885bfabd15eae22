
namespace Ivr.Caller.Scripts.Model;

/// <summary>
/// A webhook of this call is delivered once more; the call itself does not move. The same words as the first time are expected, if
/// there was a first time: one that got lost comes late in this way.
/// </summary>
internal sealed record RepeatStep : ScriptStep
{
    /// <summary>
    /// The word last for the last webhook; its number in this call, from 1, for one that comes late; or the word next for the next
    /// one, which then comes twice at the same moment.
    /// </summary>
    [Form("last|next|[1-9][0-9]{0,2}", "the word last or next, or the number of a webhook of this call, from 1")]
    public required string Repeat { get; init; }
}

/// <summary>The next webhook gets lost, and the fallback URL is asked instead.</summary>
internal sealed record FailStep : ScriptStep
{
    /// <summary>What gets lost of it: its request or its answer.</summary>
    public required Loss Fail { get; init; }
}

/// <summary>Something happens to the server's database.</summary>
internal sealed record DatabaseStep : ScriptStep
{
    /// <summary>What happens.</summary>
    public required DatabaseTrouble Database { get; init; }
}

/// <summary>Something happens to the disk of the server's emergency journal.</summary>
internal sealed record DiskStep : ScriptStep
{
    /// <summary>What happens.</summary>
    public required DiskTrouble Disk { get; init; }
}

/// <summary>What can happen to a disk.</summary>
internal enum DiskTrouble
{
    /// <summary>It takes nothing more.</summary>
    Full,

    /// <summary>All is well again.</summary>
    Back,
}

/// <summary>What can happen to a database.</summary>
internal enum DatabaseTrouble
{
    /// <summary>It cannot be reached.</summary>
    Away,

    /// <summary>Nobody can write a prestation, because somebody else holds the table; reading goes on.</summary>
    Locked,

    /// <summary>It takes no writes; reading goes on.</summary>
    ReadOnly,

    /// <summary>All is well again.</summary>
    Back,
}

/// <summary>So many others log in that no more passwords can be checked, or they have gone.</summary>
internal sealed record CrowdStep : ScriptStep
{
    /// <summary>Whether the others come or go.</summary>
    public required CrowdMove Crowd { get; init; }
}

/// <summary>What a crowd does.</summary>
internal enum CrowdMove
{
    /// <summary>All at once.</summary>
    Comes,

    /// <summary>All of them.</summary>
    Goes,
}
