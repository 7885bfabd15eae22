namespace Stateless;

// A firing is a sequence of steps. Fire walks through it, FireAsync awaits each step:
// so there is one account of what a firing does, and Fire never leaves the caller's thread.
public partial class StateMachine<TState, TTrigger>
{
    private readonly Dictionary<TTrigger, TriggerWithParameters> _parameters = [];
    private readonly Queue<Shot> _queue = [];
    private bool _firing;

    /// <summary>Fires a trigger: the current state's configuration decides what happens.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="InvalidOperationException">
    /// Nothing is configured for the trigger, its guards are unmet, two transitions are possible, or an action is asynchronous.
    /// </exception>
    public void Fire(TTrigger trigger) => Walk(new Shot(trigger, []));

    /// <summary>Fires a trigger with one argument.</summary>
    /// <typeparam name="TArg0">The type of the argument.</typeparam>
    /// <param name="trigger">The trigger, from <see cref="SetTriggerParameters{TArg0}"/>.</param>
    /// <param name="arg0">The argument.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>.</exception>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Walk(new Shot(trigger.Trigger, [arg0!]));
    }

    /// <summary>Fires a trigger and awaits actions that are asynchronous.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>A task that ends with the firing; at once when the trigger had to be queued.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>, but unmet guards are not named.</exception>
    public Task FireAsync(TTrigger trigger) => WalkAsync(new Shot(trigger, []));

    /// <summary>Fires a trigger with one argument and awaits actions that are asynchronous.</summary>
    /// <typeparam name="TArg0">The type of the argument.</typeparam>
    /// <param name="trigger">The trigger, from <see cref="SetTriggerParameters{TArg0}"/>.</param>
    /// <param name="arg0">The argument.</param>
    /// <returns>A task that ends with the firing; at once when the trigger had to be queued.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="FireAsync(TTrigger)"/>.</exception>
    public Task FireAsync<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return WalkAsync(new Shot(trigger.Trigger, [arg0!]));
    }

    /// <summary>Declares that a trigger is fired with one argument.</summary>
    /// <typeparam name="TArg0">The type of the argument.</typeparam>
    /// <param name="trigger">The trigger.</param>
    /// <returns>What to fire it with, and what to name it by in <c>OnEntryFrom</c>.</returns>
    /// <exception cref="InvalidOperationException">The trigger was declared before.</exception>
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger)
    {
        var declared = new TriggerWithParameters<TArg0>(trigger);
        if (!_parameters.TryAdd(trigger, declared))
            throw new InvalidOperationException($"Parameters for the trigger '{trigger}' have already been configured.");
        return declared;
    }

    private void Walk(Shot shot)
    {
        foreach (var step in Steps(shot, mayAwait: false))
            step.GetAwaiter().GetResult();
    }

    private async Task WalkAsync(Shot shot)
    {
        foreach (var step in Steps(shot, mayAwait: true))
            await step;
    }

    private IEnumerable<Task> Steps(Shot shot, bool mayAwait) =>
        _firingMode == FiringMode.Immediate ? Handle(shot, mayAwait) : InTurn(shot, mayAwait);

    private IEnumerable<Task> InTurn(Shot shot, bool mayAwait)
    {
        // A firing that failed may have left triggers behind: Fire handles those first, FireAsync afterwards.
        if (_firing || !mayAwait)
            _queue.Enqueue(shot);
        if (_firing)
            yield break;

        _firing = true;
        try
        {
            var next = mayAwait ? shot : _queue.Dequeue();
            do
            {
                foreach (var step in Handle(next, mayAwait))
                    yield return step;
            }
            while (_queue.TryDequeue(out next));
        }
        finally
        {
            _firing = false;
        }
    }

    private sealed record Shot(TTrigger Trigger, object[] Args);
}
