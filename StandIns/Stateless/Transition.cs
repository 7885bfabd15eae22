namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One move of the machine, as actions and hooks are told of it.</summary>
    public class Transition
    {
        /// <summary>Describes a move.</summary>
        /// <param name="source">The state that is left.</param>
        /// <param name="destination">The state that is entered.</param>
        /// <param name="trigger">The trigger that was fired.</param>
        /// <param name="parameters">The arguments it was fired with, if any.</param>
        public Transition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? [];
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that was fired.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the state that is left is entered again.</summary>
        public bool IsReentry => Same(Source, Destination);

        /// <summary>The arguments the trigger was fired with; empty when there were none.</summary>
        public object[] Parameters { get; }
    }

    /// <summary>The step from a state just entered to the substate that it starts in.</summary>
    public class InitialTransition : Transition
    {
        /// <summary>Describes a step to an initial substate.</summary>
        /// <param name="source">The state that was left at the outset.</param>
        /// <param name="destination">The substate that is entered.</param>
        /// <param name="trigger">The trigger that was fired.</param>
        /// <param name="parameters">The arguments it was fired with, if any.</param>
        public InitialTransition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
            : base(source, destination, trigger, parameters)
        {
        }
    }
}
