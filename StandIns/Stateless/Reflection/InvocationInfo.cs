namespace Stateless.Reflection;

/// <summary>A guard or an action, as it is called in messages and diagrams.</summary>
public class InvocationInfo
{
    // What a lambda without a description is called; its own name is the compiler's.
    private const string Lambda = "Function";

    private InvocationInfo(string description) => Description = description;

    /// <summary>The author's description; failing that the method's name.</summary>
    public string Description { get; }

    internal static InvocationInfo Of(Delegate method, string? description) =>
        new(description ?? (method.Method.Name.AsSpan().ContainsAny('<', '>', '`') ? Lambda : method.Method.Name));
}
