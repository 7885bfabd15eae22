using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Connects the caller with another party.</summary>
public partial class Dial : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="number">Who is called.</param>
    /// <param name="action">Where the outcome is sent.</param>
    /// <param name="method">How it is sent; POST when not given.</param>
    /// <param name="timeout">Seconds to wait for an answer.</param>
    /// <param name="hangupOnStar">Whether the caller's <c>*</c> ends the called leg.</param>
    /// <param name="timeLimit">Seconds the two may talk.</param>
    /// <param name="callerId">The number shown to the called party.</param>
    /// <param name="record">Whether and from when it is recorded.</param>
    /// <param name="trim">Whether silence is cut from the recording.</param>
    /// <param name="recordingStatusCallback">Where news of the recording is sent.</param>
    /// <param name="recordingConfigurationId">The recording's configuration.</param>
    /// <param name="recordingStatusCallbackMethod">How that news is sent.</param>
    /// <param name="recordingStatusCallbackEvent">Which news is sent.</param>
    /// <param name="answerOnBridge">Whether the caller hears ringing until the called party answers.</param>
    /// <param name="ringTone">The country whose ringing tone the caller hears.</param>
    /// <param name="recordingTrack">Whose voice is recorded.</param>
    /// <param name="sequential">Whether several numbers are called one after the other.</param>
    /// <param name="referUrl">Where a SIP REFER is sent.</param>
    /// <param name="referMethod">How it is sent.</param>
    /// <param name="events">Which progress of the call is reported.</param>
    public Dial(
        string? number = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        bool? hangupOnStar = null,
        int? timeLimit = null,
        string? callerId = null,
        RecordEnum? record = null,
        TrimEnum? trim = null,
        Uri? recordingStatusCallback = null,
        string? recordingConfigurationId = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<RecordingEventEnum>? recordingStatusCallbackEvent = null,
        bool? answerOnBridge = null,
        RingToneEnum? ringTone = null,
        RecordingTrackEnum? recordingTrack = null,
        bool? sequential = null,
        Uri? referUrl = null,
        Http.HttpMethod? referMethod = null,
        EventsEnum? events = null)
        : base("Dial")
    {
        NumberAttribute = number;
        Action = action;
        Method = method;
        Timeout = timeout;
        HangupOnStar = hangupOnStar;
        TimeLimit = timeLimit;
        CallerId = callerId;
        Record = record;
        Trim = trim;
        RecordingStatusCallback = recordingStatusCallback;
        RecordingConfigurationId = recordingConfigurationId;
        RecordingStatusCallbackMethod = recordingStatusCallbackMethod;
        RecordingStatusCallbackEvent = recordingStatusCallbackEvent;
        AnswerOnBridge = answerOnBridge;
        RingTone = ringTone;
        RecordingTrack = recordingTrack;
        Sequential = sequential;
        ReferUrl = referUrl;
        ReferMethod = referMethod;
        Events = events;
    }

    /// <summary>Who is called.</summary>
    public string? NumberAttribute { get; set; }

    /// <summary>Where the outcome is sent.</summary>
    public Uri? Action { get; set; }

    /// <summary>How it is sent; POST when not given.</summary>
    public Http.HttpMethod? Method { get; set; }

    /// <summary>Seconds to wait for an answer.</summary>
    public int? Timeout { get; set; }

    /// <summary>Whether the caller's <c>*</c> ends the called leg.</summary>
    public bool? HangupOnStar { get; set; }

    /// <summary>Seconds the two may talk.</summary>
    public int? TimeLimit { get; set; }

    /// <summary>The number shown to the called party.</summary>
    public string? CallerId { get; set; }

    /// <summary>Whether and from when it is recorded.</summary>
    public RecordEnum? Record { get; set; }

    /// <summary>Whether silence is cut from the recording.</summary>
    public TrimEnum? Trim { get; set; }

    /// <summary>Where news of the recording is sent.</summary>
    public Uri? RecordingStatusCallback { get; set; }

    /// <summary>The recording's configuration.</summary>
    public string? RecordingConfigurationId { get; set; }

    /// <summary>How that news is sent.</summary>
    public Http.HttpMethod? RecordingStatusCallbackMethod { get; set; }

    /// <summary>Which news is sent.</summary>
    public IEnumerable<RecordingEventEnum>? RecordingStatusCallbackEvent { get; set; }

    /// <summary>Whether the caller hears ringing until the called party answers.</summary>
    public bool? AnswerOnBridge { get; set; }

    /// <summary>The country whose ringing tone the caller hears.</summary>
    public RingToneEnum? RingTone { get; set; }

    /// <summary>Whose voice is recorded.</summary>
    public RecordingTrackEnum? RecordingTrack { get; set; }

    /// <summary>Whether several numbers are called one after the other.</summary>
    public bool? Sequential { get; set; }

    /// <summary>Where a SIP REFER is sent.</summary>
    public Uri? ReferUrl { get; set; }

    /// <summary>How it is sent.</summary>
    public Http.HttpMethod? ReferMethod { get; set; }

    /// <summary>Which progress of the call is reported.</summary>
    public EventsEnum? Events { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Dial Append(TwiML childElem) => (Dial)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Dial SetOption(string key, object value) => (Dial)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override string GetElementBody() => NumberAttribute ?? string.Empty;

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(
        ("action", Action),
        ("method", Method),
        ("timeout", Timeout),
        ("hangupOnStar", HangupOnStar),
        ("timeLimit", TimeLimit),
        ("callerId", CallerId),
        ("record", Record),
        ("trim", Trim),
        ("recordingStatusCallback", RecordingStatusCallback),
        ("recordingConfigurationId", RecordingConfigurationId),
        ("recordingStatusCallbackMethod", RecordingStatusCallbackMethod),
        ("recordingStatusCallbackEvent", RecordingStatusCallbackEvent),
        ("answerOnBridge", AnswerOnBridge),
        ("ringTone", RingTone),
        ("recordingTrack", RecordingTrack),
        ("sequential", Sequential),
        ("referUrl", ReferUrl),
        ("referMethod", ReferMethod),
        ("events", Events));
}
