namespace Ivr.Caller.Webhooks;

/// <summary>The failures after which Twilio delivers a webhook again: the <c>rp</c> part of a URL's connection overrides.</summary>
[Flags]
internal enum RetryOn
{
    Nothing = 0,

    /// <summary><c>ct</c>: no connection. This is Twilio's default.</summary>
    NoConnection = 1,

    /// <summary><c>rt</c>: no response in time.</summary>
    NoAnswer = 2,

    /// <summary><c>4xx</c>.</summary>
    ClientError = 4,

    /// <summary><c>5xx</c>.</summary>
    ServerError = 8,

    /// <summary><c>all</c>.</summary>
    All = NoConnection | NoAnswer | ClientError | ServerError,
}
