using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Collects what the caller keys or says, while its children are heard.</summary>
public partial class Gather : TwiML
{
    private readonly List<XAttribute> _attributes;

    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="input">What is listened for; keys when not given.</param>
    /// <param name="action">Where the input is sent; to this document's own URL when not given.</param>
    /// <param name="method">How it is sent; POST when not given.</param>
    /// <param name="timeout">Seconds without a key after which the input ends; 5 when not given.</param>
    /// <param name="speechTimeout">Seconds of silence after which speech ends, or <c>auto</c>.</param>
    /// <param name="maxSpeechTime">Seconds of speech at most.</param>
    /// <param name="profanityFilter">Whether coarse words are masked.</param>
    /// <param name="finishOnKey">The key that ends the input, <c>#</c> when not given; empty for none.</param>
    /// <param name="numDigits">The number of keys that ends the input.</param>
    /// <param name="partialResultCallback">Where speech is sent while it goes on.</param>
    /// <param name="partialResultCallbackMethod">How it is sent.</param>
    /// <param name="language">The language listened for.</param>
    /// <param name="hints">Words that are to be expected, with commas between.</param>
    /// <param name="bargeIn">Whether speech stops the prompt.</param>
    /// <param name="debug">Whether diagnostics are wanted.</param>
    /// <param name="actionOnEmptyResult">Whether the action is requested even when there is no input.</param>
    /// <param name="speechModel">The model that recognises speech.</param>
    /// <param name="enhanced">Whether the better model is used.</param>
    public Gather(
        IEnumerable<InputEnum>? input = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        string? speechTimeout = null,
        int? maxSpeechTime = null,
        bool? profanityFilter = null,
        string? finishOnKey = null,
        int? numDigits = null,
        Uri? partialResultCallback = null,
        Http.HttpMethod? partialResultCallbackMethod = null,
        LanguageEnum? language = null,
        string? hints = null,
        bool? bargeIn = null,
        bool? debug = null,
        bool? actionOnEmptyResult = null,
        string? speechModel = null,
        bool? enhanced = null)
        : base("Gather")
    {
        _attributes = Attributes.Of(
            ("input", input),
            ("action", action),
            ("method", method),
            ("timeout", timeout),
            ("speechTimeout", speechTimeout),
            ("maxSpeechTime", maxSpeechTime),
            ("profanityFilter", profanityFilter),
            ("finishOnKey", finishOnKey),
            ("numDigits", numDigits),
            ("partialResultCallback", partialResultCallback),
            ("partialResultCallbackMethod", partialResultCallbackMethod),
            ("language", language),
            ("hints", hints),
            ("bargeIn", bargeIn),
            ("debug", debug),
            ("actionOnEmptyResult", actionOnEmptyResult),
            ("speechModel", speechModel),
            ("enhanced", enhanced));
    }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Gather Append(TwiML childElem) => (Gather)base.Append(childElem);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => _attributes;
}
