using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Collects what the caller keys or says, while its children are heard.</summary>
public partial class Gather : TwiML
{
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
        Input = input;
        Action = action;
        Method = method;
        Timeout = timeout;
        SpeechTimeout = speechTimeout;
        MaxSpeechTime = maxSpeechTime;
        ProfanityFilter = profanityFilter;
        FinishOnKey = finishOnKey;
        NumDigits = numDigits;
        PartialResultCallback = partialResultCallback;
        PartialResultCallbackMethod = partialResultCallbackMethod;
        Language = language;
        Hints = hints;
        BargeIn = bargeIn;
        Debug = debug;
        ActionOnEmptyResult = actionOnEmptyResult;
        SpeechModel = speechModel;
        Enhanced = enhanced;
    }

    /// <summary>What is listened for; keys when not given.</summary>
    public IEnumerable<InputEnum>? Input { get; set; }

    /// <summary>Where the input is sent; to this document's own URL when not given.</summary>
    public Uri? Action { get; set; }

    /// <summary>How it is sent; POST when not given.</summary>
    public Http.HttpMethod? Method { get; set; }

    /// <summary>Seconds without a key after which the input ends; 5 when not given.</summary>
    public int? Timeout { get; set; }

    /// <summary>Seconds of silence after which speech ends, or <c>auto</c>.</summary>
    public string? SpeechTimeout { get; set; }

    /// <summary>Seconds of speech at most.</summary>
    public int? MaxSpeechTime { get; set; }

    /// <summary>Whether coarse words are masked.</summary>
    public bool? ProfanityFilter { get; set; }

    /// <summary>The key that ends the input, <c>#</c> when not given; empty for none.</summary>
    public string? FinishOnKey { get; set; }

    /// <summary>The number of keys that ends the input.</summary>
    public int? NumDigits { get; set; }

    /// <summary>Where speech is sent while it goes on.</summary>
    public Uri? PartialResultCallback { get; set; }

    /// <summary>How it is sent.</summary>
    public Http.HttpMethod? PartialResultCallbackMethod { get; set; }

    /// <summary>The language listened for.</summary>
    public LanguageEnum? Language { get; set; }

    /// <summary>Words that are to be expected, with commas between.</summary>
    public string? Hints { get; set; }

    /// <summary>Whether speech stops the prompt.</summary>
    public bool? BargeIn { get; set; }

    /// <summary>Whether diagnostics are wanted.</summary>
    public bool? Debug { get; set; }

    /// <summary>Whether the action is requested even when there is no input.</summary>
    public bool? ActionOnEmptyResult { get; set; }

    /// <summary>The model that recognises speech.</summary>
    public string? SpeechModel { get; set; }

    /// <summary>Whether the better model is used.</summary>
    public bool? Enhanced { get; set; }

    /// <summary>Appends a prompt in words; the parameters are those of <see cref="Voice.Say"/>.</summary>
    /// <returns>This element.</returns>
    public Gather Say(string? message = null, Say.VoiceEnum? voice = null, int? loop = null, Say.LanguageEnum? language = null) =>
        Append(new Say(message, voice, loop, language));

    /// <summary>Appends a prompt in words.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public Gather Say(Say say) => Append(say);

    /// <summary>Appends a silence; the parameter is that of <see cref="Voice.Pause"/>.</summary>
    /// <returns>This element.</returns>
    public Gather Pause(int? length = null) => Append(new Pause(length));

    /// <summary>Appends a silence.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public Gather Pause(Pause pause) => Append(pause);

    /// <summary>Appends a recording; the parameters are those of <see cref="Voice.Play"/>.</summary>
    /// <returns>This element.</returns>
    public Gather Play(Uri? url = null, int? loop = null, string? digits = null) => Append(new Play(url, loop, digits));

    /// <summary>Appends a recording.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public Gather Play(Play play) => Append(play);

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Gather Append(TwiML childElem) => (Gather)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Gather SetOption(string key, object value) => (Gather)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(
        ("input", Input),
        ("action", Action),
        ("method", Method),
        ("timeout", Timeout),
        ("speechTimeout", SpeechTimeout),
        ("maxSpeechTime", MaxSpeechTime),
        ("profanityFilter", ProfanityFilter),
        ("finishOnKey", FinishOnKey),
        ("numDigits", NumDigits),
        ("partialResultCallback", PartialResultCallback),
        ("partialResultCallbackMethod", PartialResultCallbackMethod),
        ("language", Language),
        ("hints", Hints),
        ("bargeIn", BargeIn),
        ("debug", Debug),
        ("actionOnEmptyResult", ActionOnEmptyResult),
        ("speechModel", SpeechModel),
        ("enhanced", Enhanced));
}
