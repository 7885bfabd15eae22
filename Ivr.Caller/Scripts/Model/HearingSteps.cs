
namespace Ivr.Caller.Scripts.Model;

/// <summary>
/// These words must have been said since the caller's last key or silence. Other words may be said too. Case and spaces are ignored.
/// </summary>
internal sealed record HearStep : ScriptStep
{
    /// <summary>The words, or a part of them.</summary>
    public required string Hear { get; init; }

    /// <summary>The language in which they must have been said.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string? In { get; init; }
}

/// <summary>These words must not have been said since the caller's last key or silence.</summary>
internal sealed record NotHeardStep : ScriptStep
{
    /// <summary>The words.</summary>
    public required string NotHeard { get; init; }
}

/// <summary>The call must be in this state, according to the header X-Ivr-State of the last response.</summary>
internal sealed record StateStep : ScriptStep
{
    /// <summary>
    /// The name of the state, as in the state diagram of the call: Login, Password, UserNumber, Activity, Hours, Summary, Recorded, Ended.
    /// </summary>
    [Form("[A-Z][A-Za-z]*", "the name of a state, such as UserNumber")]
    public required string State { get; init; }
}
