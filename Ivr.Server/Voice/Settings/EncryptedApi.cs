using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>
/// Requires https for Twilio's REST API in production, because each request contains the auth token. <c>environment</c> is the name of the
/// environment, such as <c>Production</c>.
/// </summary>
internal sealed class EncryptedApi(string environment) : IValidateOptions<TwilioSettings>
{
    public ValidateOptionsResult Validate(string? name, TwilioSettings options) =>
        environment == Environments.Production && options.ApiBaseUrl?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true
            ? ValidateOptionsResult.Fail("Twilio:ApiBaseUrl is not https: in Production the auth token must not cross a network in the open.")
            : ValidateOptionsResult.Success;
}
