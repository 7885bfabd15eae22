using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Has words spoken.</summary>
public partial class Say : TwiML
{
    private readonly string? _message;
    private readonly List<XAttribute> _attributes;

    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="message">The words.</param>
    /// <param name="voice">Who says them.</param>
    /// <param name="loop">How often; 0 is until the call ends.</param>
    /// <param name="language">The language of the words.</param>
    public Say(string? message = null, VoiceEnum? voice = null, int? loop = null, LanguageEnum? language = null)
        : base("Say")
    {
        _message = message;
        _attributes = Attributes.Of(("voice", voice), ("loop", loop), ("language", language));
    }

    /// <inheritdoc/>
    protected override string GetElementBody() => _message ?? string.Empty;

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => _attributes;
}
