namespace Ivr.Caller.BrowserPhone;

/// <summary>The settings of the browser phone.</summary>
internal sealed record PhoneSettings
{
    /// <summary>The address where the page is served, on this machine only. Port 0 picks a free port.</summary>
    public required Uri Listen { get; init; }

    /// <summary>
    /// Reads the auth token that signs the webhooks. It is called for each call, because a development server creates the token at its
    /// first start.
    /// </summary>
    public required Func<CancellationToken, Task<string>> AuthToken { get; init; }

    /// <summary>The server's base URL. Null takes the URL in the demonstration file, or the default URL when the file has none.</summary>
    public Uri? Server { get; init; }

    /// <summary>The base URL that signatures cover, when it is not the server's own.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>AC and 32 hexadecimal digits; null for all zeros.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The path of the voice URL.</summary>
    public string Incoming { get; init; } = "/voice/incoming";

    public string Status { get; init; } = "/voice/status";

    public string Fallback { get; init; } = "/voice/fallback";

    /// <summary>
    /// A file that a demonstration server writes, with its URL, numbers, logins and user numbers. The file may be missing.
    /// </summary>
    public required string DemonstrationFile { get; init; }

    /// <summary>A file with the server's state machine as Mermaid text. The file may be missing.</summary>
    public required string MachineFile { get; init; }

    /// <summary>The response header that names the state whose prompt is heard.</summary>
    public string StateHeader { get; init; } = "X-Ivr-State";

    /// <summary>The response header that lists the keys of the state's menu that are possible now; without it all are.</summary>
    public string KeysHeader { get; init; } = "X-Ivr-Keys";
}
