namespace PlainService;

/// <summary>The form fields of a webhook that the service reads.</summary>
internal sealed class VoiceRequest
{
    public string CallSid { get; set; } = "";

    public string? Digits { get; set; }

    public string? CallStatus { get; set; }
}
