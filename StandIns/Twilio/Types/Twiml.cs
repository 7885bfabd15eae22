namespace Twilio.Types;

/// <summary>A TwiML document as text, given with a request instead of a URL to fetch it from.</summary>
/// <param name="twiml">The document, 4000 characters at most.</param>
public class Twiml(string twiml)
{
    /// <summary>The document of this text.</summary>
    public static implicit operator Twiml(string twiml) => new(twiml);

    /// <summary>The document as it was given.</summary>
    public override string ToString() => twiml;
}
