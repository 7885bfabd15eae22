using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Plays a sound file, or key tones.</summary>
public class Play : TwiML
{
    private readonly Uri? _url;
    private readonly List<XAttribute> _attributes;

    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="url">The file.</param>
    /// <param name="loop">How often; 0 is until the call ends.</param>
    /// <param name="digits">Keys: 0-9, #, *, and <c>w</c> for half a second of silence.</param>
    public Play(Uri? url = null, int? loop = null, string? digits = null)
        : base("Play")
    {
        _url = url;
        _attributes = Attributes.Of(("loop", loop), ("digits", digits));
    }

    /// <inheritdoc/>
    protected override string GetElementBody() => _url?.OriginalString ?? string.Empty;

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => _attributes;
}
