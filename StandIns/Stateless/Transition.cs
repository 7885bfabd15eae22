namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One move of the machine, as actions are told of it.</summary>
    public class Transition
    {
        internal Transition(TState source, TState destination, TTrigger trigger)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that was fired.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the state that is left is entered again.</summary>
        public bool IsReentry => Same(Source, Destination);
    }
}
