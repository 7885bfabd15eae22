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

    /// <summary>
    /// How many keys end the entry: from the second try on one more than the number has, because one may come twice, and fewer when the
    /// caller started it over with * and the entry was cut off.
    /// </summary>
    /// <param name="call">The call at the main menu.</param>
    public static int MaxKeys(Call call) => (call.Tries == 0 ? Length : Length + 1) - (call.KeyedSoFar?.Length ?? 0);

    /// <summary>The number as far as it is keyed: what follows the last *, in this entry and the one that was cut off before it.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="keys">The keys of this entry.</param>
    public static string Keyed(Call call, string keys) => StarKey.Since(call.KeyedSoFar + keys);

    /// <summary>True when the entry ended too early for its number, because the caller started it over with *.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="keys">The keys of this entry.</param>
    public static bool IsCutOff(Call call, string keys) =>
        keys.Contains('*') && keys.Length == MaxKeys(call) && Keyed(call, keys) is { Length: < Length } number && number.All(char.IsAsciiDigit);

    /// <summary>
    /// The number in thirteen keys of which one came twice. Null when no number with right check digits is left, or more than one.
    /// </summary>
    /// <param name="keys">The keys.</param>
    public static string? WithoutDoubledKey(string keys)
    {
        if (keys.Length != Length + 1 || !keys.All(char.IsAsciiDigit))
            return null;
        var left = Enumerable.Range(0, Length).Where(at => keys[at] == keys[at + 1]).Select(at => keys.Remove(at, 1)).Distinct().Where(HasRightCheckDigits);
        return left.Take(2).ToList() is [var number] ? number : null;
    }

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
