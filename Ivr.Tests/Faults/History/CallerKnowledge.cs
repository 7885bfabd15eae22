namespace Ivr.Tests.Faults.History;

/// <summary>What a caller knows of an entry they confirmed.</summary>
internal enum CallerKnowledge
{
    /// <summary>Nobody knows: the caller hung up, nothing came, or the words say so.</summary>
    Unknown,

    /// <summary>"Recorded" was heard, with a reference.</summary>
    Recorded,

    /// <summary>"Not recorded" was heard.</summary>
    NotRecorded,

    /// <summary>The entry was left with the emergency procedure: a reference of its series was heard.</summary>
    Left,
}
