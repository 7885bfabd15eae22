using System.Net.Mime;
using Ivr.Server.Voice.State;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Twiml;

/// <summary>The TwiML response to a webhook. A header contains the name of the call's state, for tools that follow a call.</summary>
/// <param name="document">The TwiML.</param>
/// <param name="call">The call after the webhook; null when it is not known.</param>
/// <param name="before">The call before the webhook; null when there was none.</param>
/// <param name="tally">The tally after the webhook; null when it is not known.</param>
internal sealed class TwimlAnswer(string document, Call? call = null, Call? before = null, CallTally? tally = null) : IResult
{
    /// <summary>Name of the response header. Twilio ignores it.</summary>
    public const string StateHeader = "X-Ivr-State";

    /// <summary>The call after the webhook; null when it is not known.</summary>
    public Call? Call => call;

    /// <summary>The call before the webhook; null when there was none.</summary>
    public Call? Before => before;

    /// <summary>The tally, including this webhook; null when it is not known.</summary>
    public CallTally? Tally => tally;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (call is not null)
            httpContext.Response.Headers[StateHeader] = call.State.ToString();
        httpContext.Response.ContentType = MediaTypeNames.Application.Xml;
        return httpContext.Response.WriteAsync(document);
    }
}
