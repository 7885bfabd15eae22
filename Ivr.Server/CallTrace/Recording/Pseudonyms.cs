using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;
using Number = Ivr.StateMachine.Answers.UserNumber;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// Made-up values that replace real ones. The same real value and key always give the same made-up value, and its check digits are right or
/// wrong as in the real value. The values are taken from an HMAC-SHA256, so the way back needs the key. A password is not converted: its
/// replacement is derived from the login's replacement.
/// </summary>
internal sealed class Pseudonyms
{
    /// <summary>The word for a withheld number in a call script.</summary>
    public const string Withheld = "withheld";

    private const int CheckDigits = 2;
    private const int PasswordDigits = 6;

    // A shorter entry may be a password keyed at the wrong question, so its length is not kept either.
    private const int ShortestLogin = 8;

    // The subscriber's own digits. The digits before them are country, kind and zone.
    private const int SubscriberDigits = 7;
    private const int ShortestCountry = 2;

    private readonly byte[] _key;

    public Pseudonyms(IOptions<RecordingOptions> options) => _key = Encoding.UTF8.GetBytes(options.Value.Key ?? "");

    /// <summary>A name for the call that does not reveal its sid, because the sid could lead to other records.</summary>
    public string CallName(string callSid) => $"call-{Convert.ToHexStringLower(Hash("call", callSid))[..16]}";

    /// <summary>
    /// A made-up login for a login of 4 to 20 digits. It begins with 980 and is as long as the real one, but has at least eight digits.
    /// </summary>
    public string Login(string login) => login.Length == Number.Length
        ? Twelve(Number.LoginPrefix, login)
        : Number.LoginPrefix
            + Digits("login", login, Math.Max(login.Length, ShortestLogin) - Number.LoginPrefix.Length);

    /// <summary>The password of a made-up login.</summary>
    public string Password(string madeUpLogin) => Digits("password", madeUpLogin, PasswordDigits);

    /// <summary>A password that is wrong for a made-up login. It does not depend on what was keyed.</summary>
    public string WrongPassword(string madeUpLogin)
    {
        var right = Password(madeUpLogin);
        return $"{right[..^1]}{(right[^1] - '0' + 1) % 10}";
    }

    /// <summary>
    /// A made-up user number for 12 digits. Right check digits stay right, and wrong ones keep their difference. The login of this call, or
    /// a number with a login's prefix, becomes the same made-up login as elsewhere.
    /// </summary>
    public string UserNumber(string number, string? login) =>
        number == login || number.StartsWith(Number.LoginPrefix, StringComparison.Ordinal)
            ? Login(number)
            : Twelve("", number);

    /// <summary>
    /// A made-up caller: country, kind and zone stay, the last seven digits are made up. A value that is not a telephone number counts as
    /// withheld.
    /// </summary>
    public string Caller(string caller)
    {
        if (WithheldNumber.Is(caller) || !E164.IsNumber(caller))
            return Withheld;
        var kept = Math.Max(caller.Length - SubscriberDigits, 1 + ShortestCountry);
        return caller[..kept] + Digits("caller", caller, caller.Length - kept);
    }

    /// <summary>Made-up digits for an entry that answers no question.</summary>
    public string Slip(string digits, int length) => Digits("slip", digits, length);

    private string Twelve(string prefix, string number)
    {
        var ten = prefix + Digits("number", number, Number.Length - CheckDigits - prefix.Length);
        // A number that was not keyed as a login must not look like a login.
        if (prefix.Length == 0 && ten.StartsWith(Number.LoginPrefix, StringComparison.Ordinal))
            ten = $"1{ten[1..]}";
        var off = int.Parse(number[^CheckDigits..]) - Number.CheckDigitsOf(number);
        return $"{ten}{(Number.CheckDigitsOf(ten) + off + 100) % 100:00}";
    }

    private string Digits(string purpose, string value, int length)
    {
        var number = new BigInteger(Hash(purpose, value), isUnsigned: true) % BigInteger.Pow(10, length);
        return number.ToString().PadLeft(length, '0');
    }

    private byte[] Hash(string purpose, string value) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}:{value}"));
}
