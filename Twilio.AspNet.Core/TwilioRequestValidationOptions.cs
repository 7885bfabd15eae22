namespace Twilio.AspNet.Core;

/// <summary>The options of request validation.</summary>
public class TwilioRequestValidationOptions
{
    /// <summary>The account's token, which signs requests. Required.</summary>
    public string AuthToken { get; set; } = null!;

    /// <summary>Whether requests from this machine pass without a signature.</summary>
    public bool? AllowLocal { get; set; }

    /// <summary>The public base URL, when a proxy hides it. The request's path and query are appended to it.</summary>
    public string? BaseUrlOverride { get; set; }
}
