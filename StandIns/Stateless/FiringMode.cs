namespace Stateless;

/// <summary>What happens to a trigger that is fired while another one is still being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, in the middle of the other one.</summary>
    Immediate,

    /// <summary>It waits until the other one has run to its end.</summary>
    Queued,
}
