using Microsoft.AspNetCore.Http;

namespace Twilio.AspNet.Core;

/// <summary>
/// Answers 403 without a body to a request with a wrong signature. A missing signature throws <see cref="ArgumentException"/>.
/// </summary>
public class ValidateTwilioRequestFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext efiContext, EndpointFilterDelegate next) =>
        await RequestValidationHelper.IsValidRequestAsync(efiContext.HttpContext)
            ? await next(efiContext)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
}
