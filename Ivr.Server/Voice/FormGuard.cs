using Microsoft.AspNetCore.Http.Extensions;
using Ivr.Server.Voice.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ivr.Server.Voice;

/// <summary>
/// Rejects requests that Twilio never sends, before the signature check: no signature, a host that does not make a valid URL, a body that
/// is not a form, or a form with a repeated key, which signature validators treat differently. Reads the form once and stores it as a
/// <see cref="VoiceWebhook"/> feature.
/// </summary>
internal sealed class FormGuard(IOptions<TwilioSettings> settings, RefusedSignatures refused) : IEndpointFilter
{
    private const string SignatureHeader = "X-Twilio-Signature";
    private const string FormType = "application/x-www-form-urlencoded";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = http.Request;
        // The official package answers 500 to a missing header and to an invalid Host.
        if (string.IsNullOrEmpty(request.Headers[SignatureHeader]) || !HasAddress(request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!IsForm(request))
            return Refuse(StatusCodes.Status415UnsupportedMediaType, $"A webhook is a form: {FormType}, in UTF-8.");

        try
        {
            var form = await request.ReadFormAsync();
            if (form.Any(field => field.Value.Count > 1))
                return Refuse(StatusCodes.Status400BadRequest, "The form repeats a key.");
            http.Features.Set(VoiceWebhook.Parse(form));
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(e.StatusCode, "The form cannot be read.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The form cannot be read.");
        }

        var result = await next(context);
        if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden })
            refused.Add(settings.Value.RequestValidation.BaseUrlOverride ?? $"{request.Scheme}://{request.Host}", request.Path);
        return result;
    }

    private static bool HasAddress(HttpRequest request)
    {
        try
        {
            return request.Host.HasValue && Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out _);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static IResult Refuse(int status, string why) => Results.Problem(statusCode: status, detail: why);
}
