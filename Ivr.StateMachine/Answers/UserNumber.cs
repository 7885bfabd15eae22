namespace Ivr.StateMachine.Answers;

/// <summary>
/// The client's 12-digit user number. It is the structured communication of the bank transfer for vouchers,
/// so its last two digits are the first ten modulo 97, with 97 for 0.
/// </summary>
public static class UserNumber
{
    /// <summary>Digits in a user number.</summary>
    public const int Length = 12;

    /// <summary>What workers' logins usually begin with; a user number that does is most likely a login.</summary>
    public const string LoginPrefix = "980";

    /// <summary>True when the two check digits fit the ten before them.</summary>
    /// <param name="number">Twelve digits.</param>
    public static bool HasRightCheckDigits(string number) => int.Parse(number.AsSpan(10, 2)) == CheckDigitsOf(number);

    /// <summary>The check digits that fit: 1 to 97.</summary>
    /// <param name="number">Ten digits, and whatever comes after them.</param>
    public static int CheckDigitsOf(string number)
    {
        var remainder = (int)(long.Parse(number.AsSpan(0, 10)) % 97);
        return remainder == 0 ? 97 : remainder;
    }
}
