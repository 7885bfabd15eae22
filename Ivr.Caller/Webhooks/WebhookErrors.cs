namespace Ivr.Caller.Webhooks;

/// <summary>Twilio's numbers for what can go wrong on the way (https://www.twilio.com/docs/api/errors).</summary>
internal static class WebhookErrors
{
    /// <summary>No usable answer, for no better-known reason.</summary>
    public const int Retrieval = 11200;

    /// <summary>No connection, or no answer in time: Twilio's page on 11205 names both time-outs.</summary>
    public const int Connection = 11205;

    /// <summary>The answer is not HTTP.</summary>
    public const int Protocol = 11206;

    /// <summary>The host name is not known.</summary>
    public const int BadHost = 11210;

    /// <summary>Redirected too often.</summary>
    public const int TooManyRedirects = 11215;

    /// <summary>A 4xx or 5xx answer; 429 is one like any other.</summary>
    public const int ErrorStatus = 11217;

    /// <summary>The TLS handshake failed.</summary>
    public const int Tls = 11220;
}
