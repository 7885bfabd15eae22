namespace Stateless.Reflection;

/// <summary>An entry action.</summary>
public class ActionInfo
{
    /// <summary>Describes an entry action.</summary>
    /// <param name="method">The action.</param>
    /// <param name="fromTrigger">The trigger it is for, or null when it is for all.</param>
    public ActionInfo(InvocationInfo method, string? fromTrigger)
    {
        Method = method;
        FromTrigger = fromTrigger;
    }

    /// <summary>The action.</summary>
    public InvocationInfo Method { get; }

    /// <summary>The trigger it is for, or null when it is for all.</summary>
    public string? FromTrigger { get; }
}
