using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Voice.Settings;

/// <summary>The Twilio account: configuration section <c>Twilio</c>.</summary>
/// <remarks>Twilio.AspNet.Core reads <c>Twilio:RequestValidation</c> itself. This class only validates it.</remarks>
internal sealed class TwilioSettings : IValidatableObject
{
    public const string Section = "Twilio";

    /// <summary>The account's primary auth token. Twilio signs webhooks with it.</summary>
    [Required(ErrorMessage = "Twilio:AuthToken is missing: without it no webhook can be told from a forged one.")]
    [MinLength(16, ErrorMessage = "Twilio:AuthToken is too short to be one: Twilio's have 32 characters.")]
    public string? AuthToken { get; init; }

    /// <summary>The account's sid. Only provisioning needs it.</summary>
    [RegularExpression("^AC[0-9a-f]{32}$", ErrorMessage = "Twilio:AccountSid is not AC followed by 32 hexadecimal digits.")]
    public string? AccountSid { get; init; }

    /// <summary>Whether the account's PCI mode is on, as the Twilio console shows. Twilio's API does not return it.</summary>
    public bool PciMode { get; init; }

    /// <summary>
    /// The base URL of another server with Twilio's REST API, such as an emulator; null for Twilio's own. Only provisioning needs it.
    /// </summary>
    public string? ApiBaseUrl { get; init; }

    public RequestValidationSettings RequestValidation { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AuthToken?.Any(char.IsControl) == true)
            yield return new("Twilio:AuthToken contains a line break or another control character.");

        // Uri itself ignores some white space, and the signature check then fails.
        if (RequestValidation.BaseUrlOverride is { Length: > 0 } url
            && (url.Any(char.IsWhiteSpace) || WebAddress(url) is null))
        {
            yield return new($"Twilio:RequestValidation:BaseUrlOverride is '{url}', which is no http or https URL without query and fragment.");
        }

        if (ApiBaseUrl is { Length: > 0 } api && WebAddress(api) is not { UserInfo: "" })
            yield return new("Twilio:ApiBaseUrl is no http or https URL without user, query and fragment.");

        if (RequestValidation.AllowLocal == true)
            yield return new("Twilio:RequestValidation:AllowLocal must stay off: behind a proxy on this machine it lets everybody in.");
    }

    private static Uri? WebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" } ? address : null;
}

/// <summary>The part of <c>Twilio:RequestValidation</c> that is validated at startup.</summary>
internal sealed class RequestValidationSettings
{
    /// <summary>The public base URL as configured in the Twilio console. Signatures are computed over it.</summary>
    public string? BaseUrlOverride { get; init; }

    /// <summary>
    /// The package's option that accepts requests from this machine without a signature. It must stay off. A value that is not a boolean
    /// fails at startup.
    /// </summary>
    public bool? AllowLocal { get; init; }
}
