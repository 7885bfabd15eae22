using System.Net.Mime;
using Ivr.Server.Voice.State;
using Ivr.StateMachine;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.Voice.Twiml;

/// <summary>
/// The TwiML response to a webhook. For tools that follow a call, a header contains the name of the call's state, and another the short keys
/// that are possible at the user number. Twilio ignores both.
/// </summary>
/// <param name="document">The TwiML.</param>
/// <param name="call">The call after the webhook; null when it is not known.</param>
/// <param name="before">The call before the webhook; null when there was none.</param>
/// <param name="tally">The tally after the webhook; null when it is not known.</param>
internal sealed class TwimlAnswer(string document, Call? call = null, Call? before = null, CallTally? tally = null) : IResult
{
    private const string StateHeader = "X-Ivr-State";
    private const string KeysHeader = "X-Ivr-Keys";

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
        if (call is { State: CallState.UserNumber })
            httpContext.Response.Headers[KeysHeader] = ShortKey.Possible(call);
        httpContext.Response.ContentType = MediaTypeNames.Application.Xml;
        return httpContext.Response.WriteAsync(document);
    }
}
