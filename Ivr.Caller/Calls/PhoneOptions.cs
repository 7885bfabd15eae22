using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <summary>What a number is configured with at Twilio, and how the server is reached from here.</summary>
internal sealed record PhoneOptions
{
    /// <summary>The number's voice URL, at the address where the server is reached.</summary>
    public required Uri VoiceUrl { get; init; }

    /// <summary>The account's auth token, which signs every webhook.</summary>
    public required string AuthToken { get; init; }

    /// <summary>Where the end of a call is reported; null when nowhere.</summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>
    /// Where Twilio turns when a webhook fails; null when nowhere. Tests that expect no failure leave it null: then the first
    /// failure, a wrong document above all, ends the call with a <see cref="LineFailedException"/> and cannot hide.
    /// </summary>
    public Uri? FallbackUrl { get; init; }

    /// <summary>AC and 32 hexadecimal digits.</summary>
    public string AccountSid { get; init; } = "AC00000000000000000000000000000000";

    /// <summary>The base URL that signatures cover, when it is not the one where the server is reached.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>How the server is reached when not over a socket, for example a test host's handler; it is not disposed of.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock that calls move; null gives the phone its own, starting now.</summary>
    public VirtualClock? Clock { get; init; }

    /// <summary>How long a webhook may take, connecting included. Real time, the only one that is.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Which failures make Twilio deliver a webhook again before it turns to the fallback.</summary>
    public RetryOn RetryOn { get; init; } = RetryOn.NoConnection;

    /// <summary>How often it is delivered again, 0 to 5.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>A number whose webhooks are /voice/incoming and /voice/status on one server, without a fallback.</summary>
    /// <param name="server">For example <c>http://localhost:5080</c>.</param>
    /// <param name="authToken">The account's auth token.</param>
    public static PhoneOptions For(Uri server, string authToken) => new()
    {
        VoiceUrl = new Uri(server, "/voice/incoming"),
        StatusUrl = new Uri(server, "/voice/status"),
        AuthToken = authToken,
    };
}
