using Twilio.TwiML.Voice;

namespace Twilio.TwiML;

/// <summary>What a voice webhook answers: verbs, carried out one after the other.</summary>
public class VoiceResponse : TwiML
{
    /// <summary>Makes an empty answer, which ends the call.</summary>
    public VoiceResponse()
        : base("Response")
    {
    }

    /// <summary>Ends the call; see <see cref="Voice.Hangup"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Hangup() => Append(new Hangup());

    /// <summary>Puts a verb at the end.</summary>
    /// <returns>This answer.</returns>
    public new VoiceResponse Append(TwiML childElem) => (VoiceResponse)base.Append(childElem);
}
