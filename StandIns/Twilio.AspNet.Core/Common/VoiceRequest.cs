namespace Twilio.AspNet.Common;

/// <summary>What a voice webhook says.</summary>
public class VoiceRequest : TwilioRequest
{
    /// <summary>The call, <c>CA</c> and 32 hexadecimal digits.</summary>
    public string CallSid { get; set; } = null!;

    /// <summary>How the call stands: <c>ringing</c>, <c>in-progress</c>, <c>completed</c> and so on.</summary>
    public string CallStatus { get; set; } = null!;

    /// <summary>The version of the sender's interface.</summary>
    public string ApiVersion { get; set; } = null!;

    /// <summary><c>inbound</c>, or one of the outbound kinds.</summary>
    public string Direction { get; set; } = null!;

    /// <summary>The number that forwarded the call, when the carrier tells.</summary>
    public string? ForwardedFrom { get; set; }

    /// <summary>The caller's name, when it was looked up.</summary>
    public string? CallerName { get; set; }

    /// <summary>The call that this leg belongs to.</summary>
    public string? ParentCallSid { get; set; }

    /// <summary>A token to pass the call on.</summary>
    public string? CallToken { get; set; }

    /// <summary>The keys pressed, without the one that ended the input.</summary>
    public string? Digits { get; set; }

    /// <summary>The words recognised.</summary>
    public string? SpeechResult { get; set; }

    /// <summary>How sure the recognition is, 0 to 1.</summary>
    public float? Confidence { get; set; }

    /// <summary>Where the recording is.</summary>
    public string? RecordingUrl { get; set; }

    /// <summary>How the recording stands.</summary>
    public string? RecordingStatus { get; set; }

    /// <summary>The recording's length in seconds.</summary>
    public string? RecordingDuration { get; set; }

    /// <summary>The recording's channels.</summary>
    public int? RecordingChannels { get; set; }

    /// <summary>What made the recording.</summary>
    public string? RecordingSource { get; set; }

    /// <summary>The key that ended the input; empty or absent when another reason did.</summary>
    public string? FinishedOnKey { get; set; }

    /// <summary>The transcription.</summary>
    public string? TranscriptionSid { get; set; }

    /// <summary>Its text.</summary>
    public string? TranscriptionText { get; set; }

    /// <summary>How it stands.</summary>
    public string? TranscriptionStatus { get; set; }

    /// <summary>Where it is.</summary>
    public string? TranscriptionUrl { get; set; }

    /// <summary>The recording.</summary>
    public string? RecordingSid { get; set; }

    /// <summary>How the called leg ended.</summary>
    public string? DialCallStatus { get; set; }

    /// <summary>The called leg.</summary>
    public string? DialCallSid { get; set; }

    /// <summary>Its length in seconds.</summary>
    public string? DialCallDuration { get; set; }

    /// <summary>The SIP domain called.</summary>
    public string? SipDomain { get; set; }

    /// <summary>The SIP user calling.</summary>
    public string? SipUsername { get; set; }

    /// <summary>The SIP call.</summary>
    public string? SipCallId { get; set; }

    /// <summary>The SIP caller's address.</summary>
    public string? SipSourceIp { get; set; }

    /// <summary>The application that the number is bound to.</summary>
    public string? ApplicationSid { get; set; }

    /// <summary>The conversation relay's session.</summary>
    public string? SessionId { get; set; }

    /// <summary>How the session stands.</summary>
    public string? SessionStatus { get; set; }

    /// <summary>Its length.</summary>
    public string? SessionDuration { get; set; }

    /// <summary>What went wrong, as a number.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>What went wrong, in words.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>What the session hands over.</summary>
    public string? HandoffData { get; set; }
}
