namespace Ivr.Caller.BrowserPhone;

/// <summary>What the browser phone was told.</summary>
internal sealed record PhoneSettings
{
    /// <summary>Where the page is served: an address of this machine alone. Port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>Gets the auth token that signs: at each call anew, as a server in development makes it at its first start.</summary>
    public required Func<CancellationToken, Task<string>> AuthToken { get; init; }

    /// <summary>Where the server is reached; null takes what the demonstration file says.</summary>
    public Uri? Server { get; init; }

    /// <summary>The base URL that signatures cover, when it is another one.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>AC and 32 hexadecimal digits; null for zeros.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The voice URL's path.</summary>
    public string Incoming { get; init; } = "/voice/incoming";

    /// <summary>The status callback's path.</summary>
    public string Status { get; init; } = "/voice/status";

    /// <summary>The fallback URL's path.</summary>
    public string Fallback { get; init; } = "/voice/fallback";

    /// <summary>A file that a server for trying out leaves: its URL, numbers, logins and user numbers. It may be missing.</summary>
    public required string DemonstrationFile { get; init; }

    /// <summary>A file with the server's state machine as Mermaid text. It may be missing.</summary>
    public required string MachineFile { get; init; }

    /// <summary>The header of an answer that names the state that speaks.</summary>
    public string StateHeader { get; init; } = "X-Ivr-State";
}
