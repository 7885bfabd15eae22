namespace Twilio.AspNet.Common;

/// <summary>What the status callback says when a call has ended.</summary>
public class StatusCallbackRequest : VoiceRequest
{
    /// <summary>Seconds.</summary>
    public float CallDuration { get; set; }

    /// <summary>The number dialled.</summary>
    public string? Called { get; set; }

    /// <summary>The caller's number.</summary>
    public string? Caller { get; set; }

    /// <summary>Minutes, begun ones counting as whole.</summary>
    public float Duration { get; set; }
}
