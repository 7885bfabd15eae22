namespace Twilio.TwiML.Voice;

/// <summary>Ends the call.</summary>
public class Hangup : TwiML
{
    /// <summary>Makes the element.</summary>
    public Hangup()
        : base("Hangup")
    {
    }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Hangup Append(TwiML childElem) => (Hangup)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Hangup SetOption(string key, object value) => (Hangup)base.SetOption(key, value);
}
