namespace Stateless.Reflection;

/// <summary>A trigger.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>The trigger's text.</summary>
    /// <returns>What the trigger calls itself.</returns>
    public override string ToString() => UnderlyingTrigger.ToString() ?? "<null>";
}
