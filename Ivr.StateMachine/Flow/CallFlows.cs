using System.Collections.Concurrent;

namespace Ivr.StateMachine.Flow;

/// <summary>The state machines of one line that are not in use. Safe for many calls at the same time.</summary>
/// <param name="line">The line.</param>
public sealed class CallFlows(Line line)
{
    private readonly ConcurrentBag<CallFlow> _idle = [];

    /// <summary>Fires a trigger in a state machine that no other call uses.</summary>
    /// <returns>See <see cref="CallFlow.Fire"/>.</returns>
    public Call Fire(Call call, CallTrigger trigger, CallObserver? observer)
    {
        if (!_idle.TryTake(out var flow))
            flow = new(line);
        call = flow.Fire(call, trigger, observer);
        _idle.Add(flow);
        return call;
    }
}
