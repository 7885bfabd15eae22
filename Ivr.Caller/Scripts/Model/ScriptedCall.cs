using Ivr.Caller.Calls.Engine;

namespace Ivr.Caller.Scripts.Model;

/// <summary>One call.</summary>
internal record ScriptedCall : ScriptPart
{
    /// <summary>The number that is dialled.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Dial { get; init; }

    /// <summary>The caller's number, or withheld. Without it, +3225551234 calls.</summary>
    [Form(Forms.NumberOrWithheld, Forms.NumberOrWithheldMeant)]
    public string? From { get; init; }

    /// <summary>When the call begins, in Brussels time: 2026-03-12 15:30, with seconds if need be.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>How long after the end of the call before this one begins: 10 s, 2 min, 3 h, 1 day.</summary>
    public TimeSpan? Later { get; init; }

    /// <summary>What gets lost of the call's first webhook; the fallback URL is asked instead.</summary>
    public Loss? Fail { get; init; }

    /// <summary>True when the caller hangs up while it still rings; such a call has no steps.</summary>
    public bool GivesUp { get; init; }

    /// <summary>What the caller does and hears, in order. After the last step the caller hangs up, if nobody has.</summary>
    public IReadOnlyList<ScriptStep>? Steps { get; init; }

    /// <summary>How the call must end.</summary>
    public CallEnding? Ends { get; init; }

    /// <summary>The most that the call may take.</summary>
    public CallLimits? AtMost { get; init; }
}

/// <summary>The most that a call may take.</summary>
internal sealed record CallLimits : ScriptPart
{
    /// <summary>Seconds on the line, as the caller experiences them: prompts, keys and silences.</summary>
    [Between(1, 86400)]
    public int? Seconds { get; init; }

    /// <summary>Keys pressed.</summary>
    [Between(0, 10000)]
    public int? Keys { get; init; }

    /// <summary>Webhooks, without the one that reports the end of the call.</summary>
    [Between(1, 10000)]
    public int? Webhooks { get; init; }
}

/// <summary>What gets lost of a webhook.</summary>
internal enum Loss
{
    /// <summary>The request: the server never hears of it.</summary>
    Request,

    /// <summary>The answer: the server has done its part, and the line does not hear of it.</summary>
    Answer,
}
