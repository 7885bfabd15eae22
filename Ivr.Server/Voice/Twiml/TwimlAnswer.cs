using System.Xml.Linq;
using Ivr.StateMachine;
using Twilio.AspNet.Core;
using Twilio.TwiML;

namespace Ivr.Server.Voice.Twiml;

/// <summary>A document as the answer to a webhook, with the name of the state that speaks in a header, for who watches a call.</summary>
/// <param name="document">What is said.</param>
/// <param name="state">The call's state; null when it is not known.</param>
public sealed class TwimlAnswer(VoiceResponse document, CallState? state = null) : IResult
{
    /// <summary>The header. Twilio takes no notice of it.</summary>
    public const string StateHeader = "X-Ivr-State";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (state is not null)
            httpContext.Response.Headers[StateHeader] = state.ToString();
        return new TwiMLResult(document, SaveOptions.DisableFormatting).ExecuteAsync(httpContext);
    }
}
