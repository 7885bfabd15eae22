namespace Twilio.Exceptions;

/// <summary>The API answered that it will not or cannot do what was asked.</summary>
public class ApiException : TwilioException
{
    /// <summary>Makes one of an answer that does not say why in the API's form.</summary>
    public ApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one of an answer that cannot be read.</summary>
    public ApiException(string message, Exception exception)
        : base(message, exception)
    {
    }

    /// <summary>Makes one of the API's own answer.</summary>
    /// <param name="code">Twilio's error code; see <see cref="Code"/>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">The reason in words.</param>
    /// <param name="moreInfo">A page about the code.</param>
    /// <param name="details">What else the answer says.</param>
    /// <param name="exception">What it comes from.</param>
    public ApiException(
        int code, int status, string message, string? moreInfo, Dictionary<string, object>? details = null, Exception? exception = null)
        : base(message, exception!) => (Code, Status, MoreInfo, Details) = (code, status, moreInfo, details);

    /// <summary>Twilio's error code, https://www.twilio.com/docs/api/errors; 0 when the answer has none.</summary>
    public int Code { get; }

    /// <summary>The HTTP status; 0 when the answer could not be read.</summary>
    public int Status { get; }

    /// <summary>A page about the code.</summary>
    public string? MoreInfo { get; }

    /// <summary>What else the answer says.</summary>
    public Dictionary<string, object>? Details { get; }
}
