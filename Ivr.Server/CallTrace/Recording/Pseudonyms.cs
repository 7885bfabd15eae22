using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;
using Number = Ivr.StateMachine.Answers.UserNumber;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// Values to stand for real ones: always the same one for the same real value and key, with check digits that are right or wrong
/// as the real ones are. They are cut out of an HMAC-SHA256, so that the way back needs the key. A password has none: what
/// stands for it is made from the login's.
/// </summary>
internal sealed class Pseudonyms
{
    /// <summary>What a call script calls a number that was withheld.</summary>
    public const string Withheld = "withheld";

    /// <summary>What Twilio puts in From for a number that was withheld: it spells ANONYMOUS.</summary>
    private const string Anonymous = "+266696687";

    private const int CheckDigits = 2;
    private const int PasswordDigits = 6;

    // A shorter one may be a password that was keyed at the wrong question: not even its length is told.
    private const int ShortestLogin = 8;

    // The subscriber's own digits: what is before them tells country, kind and zone.
    private const int SubscriberDigits = 7;
    private const int ShortestCountry = 2;

    private readonly byte[] _key;

    /// <summary>Reads the key.</summary>
    public Pseudonyms(IOptions<RecordingOptions> options) => _key = Encoding.UTF8.GetBytes(options.Value.Key ?? "");

    /// <summary>A name for the call that says nothing of its sid, by which it could be found in other records.</summary>
    public string CallName(string callSid) => $"call-{Convert.ToHexStringLower(Hash("call", callSid))[..16]}";

    /// <summary>A login: begins with 980; as long as the real one, but never shorter than eight digits.</summary>
    /// <param name="login">4 to 20 digits.</param>
    public string Login(string login) => login.Length == Number.Length
        ? Twelve(Number.LoginPrefix, login)
        : Number.LoginPrefix
            + Digits("login", login, Math.Max(login.Length, ShortestLogin) - Number.LoginPrefix.Length);

    /// <summary>The password of a made-up login.</summary>
    public string Password(string madeUpLogin) => Digits("password", madeUpLogin, PasswordDigits);

    /// <summary>One that is not the password of a made-up login, whatever was keyed instead of it.</summary>
    public string WrongPassword(string madeUpLogin)
    {
        var right = Password(madeUpLogin);
        return $"{right[..^1]}{(right[^1] - '0' + 1) % 10}";
    }

    /// <summary>A user number: check digits right where they were, and as far off where they were not. A login stays that login.</summary>
    /// <param name="number">Twelve digits.</param>
    /// <param name="login">The login of this call, which may be keyed for a user number whatever it begins with.</param>
    public string UserNumber(string number, string? login) =>
        number == login || number.StartsWith(Number.LoginPrefix, StringComparison.Ordinal)
            ? Login(number)
            : Twelve("", number);

    /// <summary>A caller: country, kind and zone stay, the last seven digits are made up. What is no telephone number is withheld.</summary>
    public string Caller(string caller)
    {
        if (caller == Anonymous || !E164.IsNumber(caller))
            return Withheld;
        var kept = Math.Max(caller.Length - SubscriberDigits, 1 + ShortestCountry);
        return caller[..kept] + Digits("caller", caller, caller.Length - kept);
    }

    /// <summary>Digits instead of others that are no answer to anything.</summary>
    public string Slip(string digits, int length) => Digits("slip", digits, length);

    private string Twelve(string prefix, string number)
    {
        var ten = prefix + Digits("number", number, Number.Length - CheckDigits - prefix.Length);
        // What was not keyed as a login must not look like one.
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
