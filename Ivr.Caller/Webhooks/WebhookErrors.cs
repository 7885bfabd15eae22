namespace Ivr.Caller.Webhooks;

/// <summary>Twilio's error codes for failures of transport (https://www.twilio.com/docs/api/errors).</summary>
internal static class WebhookErrors
{
    /// <summary>There is no usable response, and no better-known reason.</summary>
    public const int Retrieval = 11200;

    /// <summary>No connection, or no response in time. Twilio's page on 11205 names both timeouts.</summary>
    public const int Connection = 11205;

    /// <summary>The response is not HTTP.</summary>
    public const int Protocol = 11206;

    /// <summary>The host name is not known.</summary>
    public const int BadHost = 11210;

    public const int TooManyRedirects = 11215;

    /// <summary>A 4xx or 5xx response, including 429.</summary>
    public const int ErrorStatus = 11217;

    /// <summary>The TLS handshake failed.</summary>
    public const int Tls = 11220;
}
