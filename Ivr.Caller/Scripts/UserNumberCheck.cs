using System.Globalization;

namespace Ivr.Caller.Scripts;

/// <summary>The check digits of a user number, as in the Belgian structured communication.</summary>
internal static class UserNumberCheck
{
    private const int Modulus = 97;

    /// <summary>Whether the last two of twelve digits are the first ten modulo 97, or 97 for 0.</summary>
    public static bool Holds(string digits) =>
        digits.Length == 12 && Of(long.Parse(digits[..10], CultureInfo.InvariantCulture)) == int.Parse(digits[10..], CultureInfo.InvariantCulture);

    /// <summary>The check digits of the first ten digits.</summary>
    public static int Of(long firstTen) => (int)(firstTen % Modulus) is var rest and not 0 ? rest : Modulus;
}
