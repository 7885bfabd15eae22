namespace Ivr.StateMachine.Answers;

/// <summary>
/// The client's 12-digit user number. It is the structured communication of the bank transfer for vouchers, so its last two digits are the
/// first ten modulo 97, or 97 when that is 0.
/// </summary>
public static class UserNumber
{
    /// <summary>The number of digits in a user number.</summary>
    public const int Length = 12;

    /// <summary>The usual beginning of workers' logins. A user number that begins with it is most likely a login.</summary>
    public const string LoginPrefix = "980";

    /// <summary>True when the two check digits are right for the first ten digits.</summary>
    /// <param name="number">Twelve digits.</param>
    public static bool HasRightCheckDigits(string number) => int.Parse(number.AsSpan(10, 2)) == CheckDigitsOf(number);

    /// <summary>Calculates the check digits, 1 to 97.</summary>
    /// <param name="number">Ten digits. Further digits are ignored.</param>
    public static int CheckDigitsOf(string number)
    {
        var remainder = (int)(long.Parse(number.AsSpan(0, 10)) % 97);
        return remainder == 0 ? 97 : remainder;
    }
}
