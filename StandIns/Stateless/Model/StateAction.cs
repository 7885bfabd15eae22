using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>An entry action.</summary>
    internal sealed record StateAction(InvocationInfo Info, Action<Transition> Run);
}
