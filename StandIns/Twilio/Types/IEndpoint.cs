namespace Twilio.Types;

/// <summary>One end of a call.</summary>
public interface IEndpoint
{
    /// <summary>The end as it is written in a request.</summary>
    string ToString();
}
