using Stateless.Reflection;

namespace Stateless;

/// <summary>A condition of a rule and how it is called in messages and diagrams.</summary>
internal sealed record Guard(Func<bool> IsMet, InvocationInfo Info)
{
    public static Guard Of(Func<bool> guard, string? description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new Guard(guard, InvocationInfo.Of(guard, description));
    }
}
