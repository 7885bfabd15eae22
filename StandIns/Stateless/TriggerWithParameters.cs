namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger together with the types of the arguments it is fired with.</summary>
    public class TriggerWithParameters
    {
        private readonly Type[] _argumentTypes;

        /// <summary>Describes a trigger and its arguments.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        /// <param name="argumentTypes">The types of its arguments, in order.</param>
        /// <exception cref="ArgumentNullException"><paramref name="argumentTypes"/> is null.</exception>
        public TriggerWithParameters(TTrigger underlyingTrigger, params Type[] argumentTypes)
        {
            ArgumentNullException.ThrowIfNull(argumentTypes);
            Trigger = underlyingTrigger;
            _argumentTypes = argumentTypes;
        }

        /// <summary>The types of the arguments, in order.</summary>
        public IEnumerable<Type> ArgumentTypes => _argumentTypes;

        /// <summary>The trigger.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Checks arguments against the types. No arguments at all, and null for any argument, are accepted.</summary>
        /// <param name="args">The arguments.</param>
        /// <exception cref="ArgumentNullException"><paramref name="args"/> is null.</exception>
        /// <exception cref="ArgumentException">There are too many, some but too few, or one of another type.</exception>
        public void ValidateParameters(object[] args)
        {
            ArgumentNullException.ThrowIfNull(args);
            if (args.Length > _argumentTypes.Length)
                throw new ArgumentException(
                    $"Too many parameters have been supplied. Expecting {_argumentTypes.Length} but got {args.Length}.", nameof(args));
            if (args.Length == 0)
                return;

            for (var i = 0; i < _argumentTypes.Length; i++)
            {
                var expected = _argumentTypes[i];
                if (i >= args.Length)
                    throw new ArgumentException($"An argument of type {expected} is required in position {i}.", nameof(args));
                if (args[i] is { } value && !expected.IsInstanceOfType(value))
                    throw new ArgumentException(
                        $"The argument in position {i} is of type {value.GetType()} but must be of type {expected}.", nameof(args));
            }
        }
    }

    /// <summary>A trigger with one argument.</summary>
    /// <typeparam name="TArg0">The type of the argument.</typeparam>
    public class TriggerWithParameters<TArg0> : TriggerWithParameters
    {
        /// <summary>Describes a trigger with one argument.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0))
        {
        }
    }
}
