namespace Ivr.Caller.Calls;

/// <summary>What becomes of keys that are pressed after one Gather has ended and before the next one listens.</summary>
internal enum KeysBetweenGathers
{
    /// <summary>The next Gather gets them.</summary>
    Kept,

    /// <summary>No Gather gets them: the key that follows the last key of an entry, and all keys pressed while words outside a Gather are said.</summary>
    Lost,
}
