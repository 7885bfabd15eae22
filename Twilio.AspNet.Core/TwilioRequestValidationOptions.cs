namespace Twilio.AspNet.Core;

/// <summary>How requests are validated.</summary>
public class TwilioRequestValidationOptions
{
    /// <summary>The account's token, with which requests are signed. Required.</summary>
    public string AuthToken { get; set; } = null!;

    /// <summary>Whether requests from this machine pass without a signature.</summary>
    public bool? AllowLocal { get; set; }

    /// <summary>The public base URL, when a proxy hides it; path and query of the request are put behind it.</summary>
    public string? BaseUrlOverride { get; set; }
}
