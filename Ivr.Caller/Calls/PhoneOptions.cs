using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <summary>The configuration of a number at Twilio, and how this program reaches the server.</summary>
internal sealed record PhoneOptions
{
    /// <summary>The number's voice URL, at the address where this program reaches the server.</summary>
    public required Uri VoiceUrl { get; init; }

    /// <summary>The account's auth token. It signs every webhook.</summary>
    public required string AuthToken { get; init; }

    /// <summary>The URL of the status callback; null for none.</summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>
    /// The fallback URL that Twilio requests when a webhook fails; null for none. Tests that expect no failure leave it null. Then the
    /// first failure, such as an invalid document, ends the call with a <see cref="LineFailedException"/> and cannot stay hidden.
    /// </summary>
    public Uri? FallbackUrl { get; init; }

    /// <summary>AC and 32 hexadecimal digits.</summary>
    public string AccountSid { get; init; } = "AC00000000000000000000000000000000";

    /// <summary>The base URL that signatures cover, when it is not the one where this program reaches the server.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>A handler that reaches the server without a socket, such as the handler of a test host. It is not disposed of.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>What becomes of keys that a hasty caller presses between two Gathers. Twilio does not document it.</summary>
    public KeysBetweenGathers KeysBetweenGathers { get; init; }

    /// <summary>The clock that calls advance; null gives the phone its own clock, which starts now.</summary>
    public VirtualClock? Clock { get; init; }

    /// <summary>The timeout of a webhook, including the connection. It is in real time. All other times are virtual.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The failures after which Twilio retries a webhook before it requests the fallback.</summary>
    public RetryOn RetryOn { get; init; } = RetryOn.NoConnection;

    /// <summary>The maximum number of retries, 0 to 5.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>
    /// Makes the options for a server with the webhooks /voice/incoming and /voice/status, and without a fallback.
    /// <paramref name="server"/> is, for example, <c>http://localhost:5080</c>.
    /// </summary>
    public static PhoneOptions For(Uri server, string authToken) => new()
    {
        VoiceUrl = new Uri(server, "/voice/incoming"),
        StatusUrl = new Uri(server, "/voice/status"),
        AuthToken = authToken,
    };
}
