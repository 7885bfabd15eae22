using System.Xml.Linq;
using Ivr.Server.Voice.State;
using Ivr.StateMachine;
using Twilio.AspNet.Core;
using Twilio.TwiML;

namespace Ivr.Server.Voice.Twiml;

/// <summary>A document as the answer to a webhook, with the name of the state that speaks in a header, for who watches a call.</summary>
/// <param name="document">What is said.</param>
/// <param name="call">The call as it stands now; null when it is not known.</param>
/// <param name="before">The call as the webhook found it; null when it had no call yet.</param>
/// <param name="tally">What was counted in the call; null when it is not known.</param>
internal sealed class TwimlAnswer(VoiceResponse document, Call? call = null, Call? before = null, CallTally? tally = null) : IResult
{
    /// <summary>The header. Twilio takes no notice of it.</summary>
    public const string StateHeader = "X-Ivr-State";

    /// <summary>The call as it stands now; null when it is not known.</summary>
    public Call? Call => call;

    /// <summary>The call as the webhook found it; null when it had no call yet.</summary>
    public Call? Before => before;

    /// <summary>What was counted in the call, this webhook included; null when it is not known.</summary>
    public CallTally? Tally => tally;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (call is not null)
            httpContext.Response.Headers[StateHeader] = call.State.ToString();
        return new TwiMLResult(document, SaveOptions.DisableFormatting).ExecuteAsync(httpContext);
    }
}
