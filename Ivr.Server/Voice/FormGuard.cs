namespace Ivr.Server.Voice;

/// <summary>
/// Turns away what Twilio never sends, before the signature is looked at: no signature, no form, or a form with a
/// repeated key, over which validators disagree.
/// </summary>
public sealed class FormGuard : IEndpointFilter
{
    private const string SignatureHeader = "X-Twilio-Signature";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        // The official package answers 500 to a missing header.
        if (string.IsNullOrEmpty(request.Headers[SignatureHeader]))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!request.HasFormContentType)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "A webhook is a form: application/x-www-form-urlencoded.");

        try
        {
            var form = await request.ReadFormAsync();
            if (form.Any(field => field.Value.Count > 1))
                return Refuse(StatusCodes.Status400BadRequest, "The form repeats a key.");
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(e.StatusCode, "The form cannot be read.");
        }
        catch (InvalidDataException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The form cannot be read.");
        }

        return await next(context);
    }

    private static IResult Refuse(int status, string why) => Results.Problem(statusCode: status, detail: why);
}
