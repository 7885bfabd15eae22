using Ivr.Caller.Calls.Engine;

namespace Ivr.Caller.Scripts.Model;

/// <summary>One call.</summary>
internal record ScriptedCall : ScriptPart
{
    /// <summary>The number that is dialled.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Dial { get; init; }

    /// <summary>The caller's number, or withheld. The default is +3225551234.</summary>
    [Form(Forms.NumberOrWithheld, Forms.NumberOrWithheldMeant)]
    public string? From { get; init; }

    /// <summary>When the call begins, in Brussels time: 2026-03-12 15:30. Seconds are optional.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The time from the end of the call before to the beginning of this one: 10 s, 2 min, 3 h, 1 day.</summary>
    public TimeSpan? Later { get; init; }

    /// <summary>The part of the call's first webhook that is lost. The fallback URL is requested instead.</summary>
    public Loss? Fail { get; init; }

    /// <summary>True when the caller hangs up while the phone still rings. Such a call has no steps.</summary>
    public bool GivesUp { get; init; }

    /// <summary>What the caller does and hears, in order. After the last step the caller hangs up, if the call is not over.</summary>
    public IReadOnlyList<ScriptStep>? Steps { get; init; }

    /// <summary>How the call must end.</summary>
    public CallEnding? Ends { get; init; }

    /// <summary>The limits of the call.</summary>
    public CallLimits? AtMost { get; init; }
}

/// <summary>The limits of a call.</summary>
internal sealed record CallLimits : ScriptPart
{
    /// <summary>The maximum number of seconds on the line for the caller: prompts, keys and silences.</summary>
    [Between(1, 86400)]
    public int? Seconds { get; init; }

    /// <summary>The maximum number of keys pressed.</summary>
    [Between(0, 10000)]
    public int? Keys { get; init; }

    /// <summary>The maximum number of webhooks, without the one that reports the end of the call.</summary>
    [Between(1, 10000)]
    public int? Webhooks { get; init; }
}

/// <summary>The part of a webhook that is lost.</summary>
internal enum Loss
{
    /// <summary>The request is lost: the server never receives it.</summary>
    Request,

    /// <summary>The response is lost: the server has processed the request, but the line does not receive the response.</summary>
    Answer,
}
