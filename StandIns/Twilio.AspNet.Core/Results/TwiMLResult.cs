using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Twilio.AspNet.Core;

/// <summary>Answers with TwiML as <c>application/xml</c>; a null answer is written as an empty one.</summary>
/// <param name="twiml">The answer.</param>
/// <param name="formattingOptions">Whether it is indented.</param>
public partial class TwiMLResult(TwiML.TwiML twiml, SaveOptions formattingOptions) : IResult, IActionResult
{
    private readonly TwiML.TwiML? _twiml = twiml;

    /// <summary>Makes an indented answer.</summary>
    /// <param name="twiml">The answer.</param>
    public TwiMLResult(TwiML.TwiML twiml)
        : this(twiml, SaveOptions.None)
    {
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext.Response);

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext actionContext) => WriteAsync(actionContext.HttpContext.Response);

    private Task WriteAsync(HttpResponse response)
    {
        response.ContentType = "application/xml";
        return response.WriteAsync(_twiml?.ToString(formattingOptions) ?? "<Response></Response>");
    }
}
