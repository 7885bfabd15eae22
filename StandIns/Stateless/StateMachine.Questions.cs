namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The triggers that could be fired now; evaluates their guards.</summary>
    [Obsolete("Kept for compatibility: use PermittedTriggersAsync.")]
    public IEnumerable<TTrigger> PermittedTriggers => NodeOf(State).Permitted();

    /// <summary>The triggers that could be fired now; evaluates their guards.</summary>
    public Task<IEnumerable<TTrigger>> PermittedTriggersAsync => GetPermittedTriggersAsync();

    /// <summary>The triggers that could be fired now; evaluates their guards.</summary>
    /// <param name="args">Arguments for the guards; no guard of this subset takes any.</param>
    /// <returns>The state's own triggers, then those of its superstates.</returns>
    [Obsolete("Kept for compatibility: use GetPermittedTriggersAsync.")]
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => NodeOf(State).Permitted();

    /// <summary>The triggers that could be fired now; evaluates their guards.</summary>
    /// <param name="args">Arguments for the guards; no guard of this subset takes any.</param>
    /// <returns>The state's own triggers, then those of its superstates.</returns>
    public Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync(params object[] args) =>
        Task.FromResult(NodeOf(State).Permitted());

    /// <summary>Whether a trigger could be fired now; evaluates its guards.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>True also for a trigger that is ignored.</returns>
    /// <exception cref="InvalidOperationException">Two transitions are possible.</exception>
    public bool CanFire(TTrigger trigger) => CanFire(trigger, out _);

    /// <summary>Whether a trigger could be fired now; evaluates its guards.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="unmetGuards">The guards that forbid it; empty when none does, null when nothing is configured for it.</param>
    /// <returns>True also for a trigger that is ignored.</returns>
    /// <exception cref="InvalidOperationException">Two transitions are possible.</exception>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards)
    {
        var match = NodeOf(State).Find(trigger, superstateFirst: false);
        unmetGuards = match?.Unmet;
        return match is { IsMet: true };
    }

    /// <summary>Whether the machine is in a state or in one of its substates.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True when it is.</returns>
    public bool IsInState(TState state) => NodeOf(State).LineUp().Any(node => Same(node.State, state));
}
