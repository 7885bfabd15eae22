using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Plays a recording, or tones.</summary>
public class Play : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="url">Where the recording is.</param>
    /// <param name="loop">How often; 0 is until the call ends.</param>
    /// <param name="digits">Tones to play instead; <c>w</c> waits half a second.</param>
    public Play(Uri? url = null, int? loop = null, string? digits = null)
        : base("Play")
    {
        Url = url;
        Loop = loop;
        Digits = digits;
    }

    /// <summary>Where the recording is.</summary>
    public Uri? Url { get; set; }

    /// <summary>How often; 0 is until the call ends.</summary>
    public int? Loop { get; set; }

    /// <summary>Tones to play instead; <c>w</c> waits half a second.</summary>
    public string? Digits { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Play Append(TwiML childElem) => (Play)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Play SetOption(string key, object value) => (Play)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override string GetElementBody() => Attributes.Write(Url);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(("loop", Loop), ("digits", Digits));
}
