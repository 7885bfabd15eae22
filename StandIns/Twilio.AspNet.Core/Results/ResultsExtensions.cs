using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Twilio.AspNet.Core;

/// <summary>TwiML among the results: <c>Results.Extensions.TwiML(answer)</c>.</summary>
public static class ResultsExtensions
{
    /// <summary>An indented answer.</summary>
    public static TwiMLResult TwiML(this IResultExtensions results, TwiML.TwiML twimlResponse) => new(twimlResponse);

    /// <summary>An answer, indented or not.</summary>
    public static TwiMLResult TwiML(this IResultExtensions results, TwiML.TwiML twimlResponse, SaveOptions formattingOptions) =>
        new(twimlResponse, formattingOptions);
}
