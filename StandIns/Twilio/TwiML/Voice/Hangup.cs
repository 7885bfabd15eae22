namespace Twilio.TwiML.Voice;

/// <summary>Ends the call.</summary>
public class Hangup : TwiML
{
    /// <summary>Makes the element.</summary>
    public Hangup()
        : base("Hangup")
    {
    }
}
