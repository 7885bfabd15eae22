namespace Twilio.Exceptions;

/// <summary>Something went wrong with the REST API.</summary>
public class TwilioException : Exception
{
    /// <summary>Makes one that says nothing.</summary>
    public TwilioException()
    {
    }

    /// <summary>Makes one that says why.</summary>
    public TwilioException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says why, with what it comes from.</summary>
    public TwilioException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
