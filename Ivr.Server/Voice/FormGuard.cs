using Ivr.Server.Voice.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ivr.Server.Voice;

/// <summary>
/// Rejects requests that Twilio never sends, before the signature check: no signature, a body that is not a form, or a form with a
/// repeated key. Reads the form once and stores it as a <see cref="VoiceWebhook"/> feature.
/// </summary>
internal sealed class FormGuard(IOptions<TwilioSettings> settings, RefusedSignatures refused) : IEndpointFilter
{
    private const string SignatureHeader = "X-Twilio-Signature";
    private const string FormType = "application/x-www-form-urlencoded";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = http.Request;
        // The official package answers 500 to a missing header.
        if (string.IsNullOrEmpty(request.Headers[SignatureHeader]))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!IsForm(request))
            return Refuse(StatusCodes.Status415UnsupportedMediaType, $"A webhook is a form: {FormType}, in UTF-8.");

        try
        {
            // The signature check takes the form from the request.
            request.Form = await WebhookForm.ReadAsync(request.Body);
            http.Features.Set(VoiceWebhook.Parse(request.Form));
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(e.StatusCode, "The form cannot be read.");
        }
        catch (InvalidDataException e)
        {
            return Refuse(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The form cannot be read.");
        }

        var result = await next(context);
        if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden })
            refused.Add(settings.Value.RequestValidation.BaseUrlOverride ?? $"{request.Scheme}://{request.Host}", request.Path);
        return result;
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static IResult Refuse(int status, string why) => Results.Problem(statusCode: status, detail: why);
}
