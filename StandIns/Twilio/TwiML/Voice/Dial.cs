using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Connects the caller to another number.</summary>
public partial class Dial : TwiML
{
    private readonly string? _number;
    private readonly List<XAttribute> _attributes;

    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="number">The number that is dialled, E.164.</param>
    /// <param name="action">Where it is told how the transfer ended; the document goes on when not given.</param>
    /// <param name="method">How it is told.</param>
    /// <param name="timeout">Seconds that it rings at most; 30 when not given.</param>
    /// <param name="hangupOnStar">Whether the caller's star key ends the transfer.</param>
    /// <param name="timeLimit">Seconds that the transfer lasts at most.</param>
    /// <param name="callerId">The number that is shown to who is dialled.</param>
    /// <param name="record">Whether and from when it is recorded.</param>
    /// <param name="trim">Whether silence is cut off the recording.</param>
    /// <param name="recordingStatusCallback">Where the recording's progress is told.</param>
    /// <param name="recordingConfigurationId">Settings of the recording.</param>
    /// <param name="recordingStatusCallbackMethod">How it is told.</param>
    /// <param name="recordingStatusCallbackEvent">What is told of it.</param>
    /// <param name="answerOnBridge">Whether the caller's call counts as answered only with the transfer.</param>
    /// <param name="ringTone">The country whose ringing tone is heard.</param>
    /// <param name="recordingTrack">Which side is recorded.</param>
    /// <param name="sequential">Whether several numbers are dialled one after another.</param>
    /// <param name="referUrl">Where a SIP REFER is told.</param>
    /// <param name="referMethod">How it is told.</param>
    /// <param name="events">Events that are told.</param>
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
        _number = number;
        _attributes = Attributes.Of(
            ("action", action),
            ("method", method),
            ("timeout", timeout),
            ("hangupOnStar", hangupOnStar),
            ("timeLimit", timeLimit),
            ("callerId", callerId),
            ("record", record),
            ("trim", trim),
            ("recordingStatusCallback", recordingStatusCallback),
            ("recordingConfigurationId", recordingConfigurationId),
            ("recordingStatusCallbackMethod", recordingStatusCallbackMethod),
            ("recordingStatusCallbackEvent", recordingStatusCallbackEvent),
            ("answerOnBridge", answerOnBridge),
            ("ringTone", ringTone),
            ("recordingTrack", recordingTrack),
            ("sequential", sequential),
            ("referUrl", referUrl),
            ("referMethod", referMethod),
            ("events", events));
    }

    /// <inheritdoc/>
    protected override string GetElementBody() => _number ?? string.Empty;

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => _attributes;
}
