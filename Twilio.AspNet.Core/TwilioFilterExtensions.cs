using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Twilio.AspNet.Core;

/// <summary>Adds <see cref="ValidateTwilioRequestFilter"/> to endpoints.</summary>
public static class TwilioFilterExtensions
{
    /// <summary>Validates the requests of one endpoint.</summary>
    public static RouteHandlerBuilder ValidateTwilioRequest(this RouteHandlerBuilder builder) =>
        builder.AddEndpointFilter<ValidateTwilioRequestFilter>();

    /// <summary>Validates the requests of a group of endpoints.</summary>
    public static RouteGroupBuilder ValidateTwilioRequest(this RouteGroupBuilder builder) =>
        builder.AddEndpointFilter<ValidateTwilioRequestFilter>();
}
