namespace Twilio.Exceptions;

/// <summary>The API was not reached, or did not answer.</summary>
public class ApiConnectionException : TwilioException
{
    /// <summary>Makes one that says why.</summary>
    public ApiConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says why, with what it comes from.</summary>
    public ApiConnectionException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
