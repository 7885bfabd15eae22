using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>An entry or exit action; one made with <see cref="From"/> runs for that trigger only.</summary>
    internal sealed class StateAction(InvocationInfo info, Func<Transition, Task> run)
    {
        private TTrigger? _from;
        private bool _isFrom;

        public InvocationInfo Info => info;

        public string? FromTrigger => _isFrom ? _from!.ToString() : null;

        public static StateAction Of(Delegate named, string? description, Action<Transition> run) =>
            new(InvocationInfo.Of(named, description), transition =>
            {
                run(transition);
                return Task.CompletedTask;
            });

        public static StateAction OfAsync(Delegate named, string? description, Func<Transition, Task> run) =>
            new(InvocationInfo.Of(named, description, InvocationInfo.Timing.Asynchronous), run);

        public StateAction From(TTrigger trigger)
        {
            (_from, _isFrom) = (trigger, true);
            return this;
        }

        public Task Run(Transition transition, bool mayAwait)
        {
            if (_isFrom && !EqualityComparer<TTrigger>.Default.Equals(_from, transition.Trigger))
                return Task.CompletedTask;
            if (info.IsAsync && !mayAwait)
                throw new InvalidOperationException(
                    $"Cannot execute the asynchronous action '{info.Description}' on the way from '{transition.Source}' " +
                    $"to '{transition.Destination}'. Use asynchronous version of Fire [FireAsync]");
            return run(transition);
        }
    }
}
