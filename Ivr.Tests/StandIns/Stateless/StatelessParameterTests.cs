using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessParameterTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = new(A);

    [Fact]
    public void The_argument_reaches_the_entry_actions_for_its_trigger()
    {
        var typed = _machine.SetTriggerParameters<string>(X);
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B)
            .OnEntryFrom(typed, (string digits) => _log.Add($"digits {digits}"))
            .OnEntryFrom(typed, (digits, transition) => _log.Add($"digits {digits} to {transition.Destination}"))
            .OnEntryFrom(typed, (StateMachine<Place, Cue>.Transition move) => _log.Add($"parameters {move.Parameters.Single()}"))
            .OnEntryFrom(X, transition => _log.Add($"trigger {transition.Trigger}"));

        _machine.Fire(typed, "42");

        Assert.Equal(["digits 42", "digits 42 to B", "parameters 42", "trigger X"], _log);
    }

    [Fact]
    public void A_trigger_with_a_parameter_may_be_fired_without_and_the_action_sees_the_default()
    {
        var number = _machine.SetTriggerParameters<int>(X);
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntryFrom(number, (int value) => _log.Add($"number {value}"));

        _machine.Fire(X);

        Assert.Equal(["number 0"], _log);
    }

    [Fact]
    public void A_null_argument_is_passed_on()
    {
        var typed = _machine.SetTriggerParameters<string?>(X);
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntryFrom(typed, (string? digits) => _log.Add(digits ?? "null"));

        _machine.Fire(typed, null);

        Assert.Equal(["null"], _log);
    }

    [Fact]
    public async Task FireAsync_passes_the_argument_too()
    {
        var typed = _machine.SetTriggerParameters<string>(X);
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntryFrom(typed, (string digits) => _log.Add(digits));

        await _machine.FireAsync(typed, "42");

        Assert.Equal(["42"], _log);
    }

    [Fact]
    public void Arguments_are_refused_when_too_many_too_few_or_of_another_type()
    {
        var trigger = new StateMachine<Place, Cue>.TriggerWithParameters(X, typeof(string), typeof(int));

        trigger.ValidateParameters([]);
        trigger.ValidateParameters(["42", 1]);
        trigger.ValidateParameters([null!, 1]);
        Assert.Throws<ArgumentException>(() => trigger.ValidateParameters(["42", 1, 2]));
        Assert.Throws<ArgumentException>(() => trigger.ValidateParameters(["42"]));
        Assert.Throws<ArgumentException>(() => trigger.ValidateParameters([42, 1]));
        Assert.Throws<ArgumentNullException>(() => trigger.ValidateParameters(null!));
    }

    [Fact]
    public void A_declared_trigger_knows_its_trigger_and_types()
    {
        var typed = _machine.SetTriggerParameters<string>(X);

        Assert.Equal(X, typed.Trigger);
        Assert.Equal([typeof(string)], typed.ArgumentTypes);
    }
}
