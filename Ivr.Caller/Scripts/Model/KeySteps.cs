
namespace Ivr.Caller.Scripts.Model;

/// <summary>The caller listens, then presses keys; keys that are left when an answer is complete go to the next question.</summary>
internal sealed record PressStep : ScriptStep
{
    /// <summary>The keys: 0-9, # and *, with spaces where you like. A # after a space needs quotes around the keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string Press { get; init; }

    /// <summary>How many times; once unless said.</summary>
    [Between(1, 1000)]
    public int Times { get; init; } = 1;
}

/// <summary>The caller presses keys without listening: the first key cuts the prompt off, at each question anew.</summary>
internal sealed record InterruptStep : ScriptStep
{
    /// <summary>The keys: 0-9, # and *, with spaces where you like. A # after a space needs quotes around the keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string Interrupt { get; init; }

    /// <summary>How many times; once unless said.</summary>
    [Between(1, 1000)]
    public int Times { get; init; } = 1;
}

/// <summary>The caller presses keys and hangs up on the last one: it is sent, and its answer is heard by nobody.</summary>
internal sealed record PressAndHangUpStep : ScriptStep
{
    /// <summary>The keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string PressAndHangUp { get; init; }
}

/// <summary>The caller lets the question time out.</summary>
internal sealed record SilenceStep : ScriptStep
{
    /// <summary>How many times in a row; once unless said.</summary>
    [Between(1, 100)]
    public int Silence { get; init; } = 1;
}

/// <summary>The caller does nothing for a while, be it half a prompt or longer than several time-outs.</summary>
internal sealed record WaitStep : ScriptStep
{
    /// <summary>How long: 10 s, 2 min.</summary>
    public required TimeSpan Wait { get; init; }
}

/// <summary>The caller listens to the prompt and hangs up.</summary>
internal sealed record HangUpStep : ScriptStep;
