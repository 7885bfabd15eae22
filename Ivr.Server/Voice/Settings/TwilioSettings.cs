using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Voice.Settings;

/// <summary>The Twilio account: configuration section <c>Twilio</c>.</summary>
/// <remarks><c>Twilio:RequestValidation</c> is read by Twilio.AspNet.Core itself; what must hold of it is said here.</remarks>
internal sealed class TwilioSettings : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Twilio";

    /// <summary>The account's primary auth token: the key of the signatures.</summary>
    [Required(ErrorMessage = "Twilio:AuthToken is missing: without it no webhook can be told from a forged one.")]
    public string? AuthToken { get; init; }

    /// <summary>The account's sid, where one is needed.</summary>
    [RegularExpression("^AC[0-9a-f]{32}$", ErrorMessage = "Twilio:AccountSid is not AC followed by 32 hexadecimal digits.")]
    public string? AccountSid { get; init; }

    /// <summary>Whether the account's PCI mode is on, as the console shows; the API does not tell.</summary>
    public bool PciMode { get; init; }

    /// <summary>How signatures are checked.</summary>
    public RequestValidationSettings RequestValidation { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RequestValidation.BaseUrlOverride is { Length: > 0 } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { Scheme: "http" or "https", Query: "", Fragment: "" }))
        {
            yield return new($"Twilio:RequestValidation:BaseUrlOverride is '{url}', which is no http or https URL without query and fragment.");
        }

        if (RequestValidation.AllowLocal == true)
            yield return new("Twilio:RequestValidation:AllowLocal must stay off: behind a proxy on this machine it lets everybody in.");
    }
}

/// <summary>The part of <c>Twilio:RequestValidation</c> that is checked at start.</summary>
internal sealed class RequestValidationSettings
{
    /// <summary>The public base URL, as in the Twilio console, that signatures cover.</summary>
    public string? BaseUrlOverride { get; init; }

    /// <summary>The package's own way around the signature for requests from this machine; a value that is none is found at start.</summary>
    public bool? AllowLocal { get; init; }
}
