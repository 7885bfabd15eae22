using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Has words spoken.</summary>
public partial class Say : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="message">The words.</param>
    /// <param name="voice">Who says them.</param>
    /// <param name="loop">How often; 0 is until the call ends.</param>
    /// <param name="language">The language of the words.</param>
    public Say(string? message = null, VoiceEnum? voice = null, int? loop = null, LanguageEnum? language = null)
        : base("Say")
    {
        Message = message;
        Voice = voice;
        Loop = loop;
        Language = language;
    }

    /// <summary>The words.</summary>
    public string? Message { get; set; }

    /// <summary>Who says them.</summary>
    public VoiceEnum? Voice { get; set; }

    /// <summary>How often; 0 is until the call ends.</summary>
    public int? Loop { get; set; }

    /// <summary>The language of the words.</summary>
    public LanguageEnum? Language { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Say Append(TwiML childElem) => (Say)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Say SetOption(string key, object value) => (Say)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override string GetElementBody() => Message ?? string.Empty;

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(("voice", Voice), ("loop", Loop), ("language", Language));
}
