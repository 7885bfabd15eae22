using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Twilio.AspNet.Core;

/// <summary>Writes TwiML as <c>application/xml</c>. Null is written as an empty response.</summary>
/// <param name="twiml">The response.</param>
/// <param name="formattingOptions">Whether the XML is indented.</param>
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
