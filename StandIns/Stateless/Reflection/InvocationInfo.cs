namespace Stateless.Reflection;

/// <summary>A guard, an action or a selector, as it is called in messages and diagrams.</summary>
public class InvocationInfo
{
    private readonly string? _description;
    private readonly Timing _timing;

    /// <summary>Describes a method.</summary>
    /// <param name="methodName">The method's name.</param>
    /// <param name="description">What the author calls it, if anything.</param>
    /// <param name="timing">Whether it must be awaited.</param>
    public InvocationInfo(string? methodName, string? description, Timing timing)
    {
        MethodName = methodName;
        _description = description;
        _timing = timing;
    }

    /// <summary>Whether a method must be awaited.</summary>
    public enum Timing
    {
        /// <summary>It need not.</summary>
        Synchronous,

        /// <summary>It must.</summary>
        Asynchronous,
    }

    /// <summary>What a lambda without a description is called.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The method's name; for a lambda the compiler's.</summary>
    public string? MethodName { get; }

    /// <summary>The author's description; failing that the method's name, or the default description for a lambda.</summary>
    public string Description
    {
        get
        {
            if (_description is not null)
                return _description;
            if (MethodName is null)
                return "<null>";
            return MethodName.AsSpan().ContainsAny('<', '>', '`') ? DefaultFunctionDescription : MethodName;
        }
    }

    /// <summary>Whether it must be awaited.</summary>
    public bool IsAsync => _timing == Timing.Asynchronous;

    internal static InvocationInfo Of(Delegate method, string? description, Timing timing = Timing.Synchronous) =>
        new(method.Method.Name, description, timing);
}
