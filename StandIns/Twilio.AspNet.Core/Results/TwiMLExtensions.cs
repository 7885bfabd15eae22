using System.Xml.Linq;
using Twilio.TwiML;

namespace Twilio.AspNet.Core;

/// <summary>From TwiML to a result.</summary>
public static class TwiMLExtensions
{
    /// <summary>An indented answer.</summary>
    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse) => new(voiceResponse);

    /// <summary>An answer, indented or not.</summary>
    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse, SaveOptions formattingOptions) =>
        new(voiceResponse, formattingOptions);
}
