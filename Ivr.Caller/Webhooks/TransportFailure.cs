namespace Ivr.Caller.Webhooks;

/// <summary>Converts an exception to Twilio's error code and a sentence.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception failure) => failure is HttpRequestException or IOException or OperationCanceledException;

    public static WebhookFailure From(Exception failure, Uri url, TimeSpan timeout) => failure switch
    {
        OperationCanceledException =>
            new(WebhookErrors.Connection, url, $"no answer within {timeout.TotalSeconds:0.##} seconds") { RetriedOn = RetryOn.NoAnswer },
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            new(WebhookErrors.Connection, url, "nobody listens there") { RetriedOn = RetryOn.NoConnection },
        HttpRequestException http => new(Code(http.HttpRequestError), url, Message(http)),
        _ => new(WebhookErrors.Retrieval, url, $"the answer broke off: {failure.Message}"),
    };

    private static int Code(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => WebhookErrors.BadHost,
        HttpRequestError.SecureConnectionError => WebhookErrors.Tls,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => WebhookErrors.Protocol,
        _ => WebhookErrors.Retrieval,
    };

    private static string Message(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the host name is not known",
        HttpRequestError.ResponseEnded => "the connection closed before the answer",
        _ => failure.Message,
    };
}
