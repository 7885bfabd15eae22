
namespace Ivr.Caller.Scripts.Model;

/// <summary>The caller listens, then presses keys. Keys that are left when an entry is complete go to the next question.</summary>
internal sealed record PressStep : ScriptStep
{
    /// <summary>The keys: 0-9, # and *. Spaces are allowed. A # after a space needs quotes around the keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string Press { get; init; }

    /// <summary>How many times; 1 by default.</summary>
    [Between(1, 1000)]
    public int Times { get; init; } = 1;
}

/// <summary>The caller presses keys without listening. At each question, the first key cuts the prompt off.</summary>
internal sealed record InterruptStep : ScriptStep
{
    /// <summary>The keys: 0-9, # and *. Spaces are allowed. A # after a space needs quotes around the keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string Interrupt { get; init; }

    /// <summary>How many times; 1 by default.</summary>
    [Between(1, 1000)]
    public int Times { get; init; } = 1;
}

/// <summary>The caller presses keys and hangs up at the last key. The key is sent, but the caller does not hear the response.</summary>
internal sealed record PressAndHangUpStep : ScriptStep
{
    /// <summary>The keys.</summary>
    [Form(Forms.Keys, Forms.KeysMeant)]
    public required string PressAndHangUp { get; init; }
}

/// <summary>The caller lets the question time out.</summary>
internal sealed record SilenceStep : ScriptStep
{
    /// <summary>How many times in a row; 1 by default.</summary>
    [Between(1, 100)]
    public int Silence { get; init; } = 1;
}

/// <summary>The caller does nothing for a time. The time may end in the middle of a prompt, or be longer than several timeouts.</summary>
internal sealed record WaitStep : ScriptStep
{
    /// <summary>How long: 10 s, 2 min.</summary>
    public required TimeSpan Wait { get; init; }
}

/// <summary>The caller listens to the prompt and hangs up.</summary>
internal sealed record HangUpStep : ScriptStep;
