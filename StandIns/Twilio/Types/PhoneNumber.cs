namespace Twilio.Types;

/// <summary>A telephone number.</summary>
/// <param name="number">E.164.</param>
public class PhoneNumber(string number) : IEndpoint
{
    /// <summary>The number of this text.</summary>
    public static implicit operator PhoneNumber(string number) => new(number);

    /// <summary>The number as it was given.</summary>
    public override string ToString() => number;
}
