namespace Ivr.Caller.Webhooks;

/// <summary>What makes Twilio deliver a webhook again: the <c>rp</c> part of a URL's connection overrides.</summary>
[Flags]
internal enum RetryOn
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary><c>ct</c>: no connection. Twilio's default.</summary>
    NoConnection = 1,

    /// <summary><c>rt</c>: no answer in time.</summary>
    NoAnswer = 2,

    /// <summary><c>4xx</c>.</summary>
    ClientError = 4,

    /// <summary><c>5xx</c>.</summary>
    ServerError = 8,

    /// <summary><c>all</c>.</summary>
    All = NoConnection | NoAnswer | ClientError | ServerError,
}
