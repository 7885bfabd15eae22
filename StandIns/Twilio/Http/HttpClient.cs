namespace Twilio.Http;

/// <summary>A way to the API.</summary>
public abstract class HttpClient
{
    /// <summary>Sends a request; the answer may have any status.</summary>
    /// <exception cref="Exception">There was no answer.</exception>
    public abstract Task<Response> MakeRequestAsync(Request request);
}
