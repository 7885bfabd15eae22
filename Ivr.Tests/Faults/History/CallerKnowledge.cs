namespace Ivr.Tests.Faults.History;

/// <summary>What a caller knows about an entry that they confirmed.</summary>
internal enum CallerKnowledge
{
    /// <summary>Not known: the caller hung up, heard nothing, or heard that it is uncertain.</summary>
    Unknown,

    /// <summary>The caller heard "recorded", with a reference.</summary>
    Recorded,

    /// <summary>The caller heard "not recorded".</summary>
    NotRecorded,

    /// <summary>The entry was left with the emergency procedure: the caller heard one of its references.</summary>
    Left,
}
