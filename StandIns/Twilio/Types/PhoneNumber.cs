namespace Twilio.Types;

/// <summary>A telephone number.</summary>
/// <param name="number">The number, in E.164 form: <c>+3225475497</c>. It is not checked.</param>
public class PhoneNumber(string number) : IEndpoint
{
    /// <summary>The number of this text.</summary>
    public static implicit operator PhoneNumber(string number) => new(number);

    /// <summary>The number as it was given.</summary>
    public override string ToString() => number;
}
