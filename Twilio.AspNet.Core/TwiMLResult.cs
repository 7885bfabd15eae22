using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Twilio.AspNet.Core;

/// <summary>Answers with TwiML as <c>application/xml</c>; a null answer is written as an empty one.</summary>
/// <param name="twiml">The answer.</param>
/// <param name="formattingOptions">Whether it is indented.</param>
public partial class TwiMLResult(TwiML.TwiML twiml, SaveOptions formattingOptions) : IResult
{
    private readonly TwiML.TwiML? _twiml = twiml;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/xml";
        return httpContext.Response.WriteAsync(_twiml?.ToString(formattingOptions) ?? "<Response></Response>");
    }
}
