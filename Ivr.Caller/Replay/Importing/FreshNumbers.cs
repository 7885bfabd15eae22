using System.Globalization;
using System.Security.Cryptography;

namespace Ivr.Caller.Replay.Importing;

/// <summary>
/// Generates logins and user numbers for one run only, each of the same kind as the number that it replaces. They begin at a random number,
/// so that a replay does not meet the people of the previous replay. When a kind has no number left, it starts from its first number again.
/// </summary>
internal sealed class FreshNumbers
{
    private const string WorkersSeries = "980";
    private const int MaxDigits = 9;

    private readonly Dictionary<string, long> _next = [];

    /// <summary>
    /// Returns a login of the same length. It begins with 980 if the original does. Otherwise it begins with as many zeros as the original.
    /// </summary>
    public string Login(string login)
    {
        var isOfSeries = login.StartsWith(WorkersSeries, StringComparison.Ordinal);
        var free = isOfSeries ? login.Length - WorkersSeries.Length : login.TrimStart('0').Length;
        if (free == 0)
            return login;
        var digits = Math.Min(free, MaxDigits);
        var most = (long)Math.Pow(10, digits);
        // Without this, the number could begin with one more zero.
        var least = !isOfSeries && digits == free ? most / 10 : 0;
        var front = login[..^digits];
        return front + (least + Next($"{front}{digits}", most - least)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// Returns a user number with valid check digits. Its first three and its last three digits are those of the original, so that spoken
    /// texts with these digits still match.
    /// </summary>
    public string UserNumber(string number)
    {
        // A step of ten times the modulus of the check digits does not change the check digits and the digit before them.
        const long step = 970;
        const long afterThree = 10_000_000;
        var firstTen = long.Parse(number[..10], CultureInfo.InvariantCulture);
        var three = firstTen / afterThree * afterThree;
        var offset = (firstTen - three) % step;
        var fresh = three + offset + (step * Next($"{number[..3]}{number[9..]}", (afterThree - offset) / step));
        return fresh.ToString("0000000000", CultureInfo.InvariantCulture) + number[10..];
    }

    private long Next(string kind, long count)
    {
        var next = _next.TryGetValue(kind, out var known) ? known : RandomNumberGenerator.GetInt32((int)count);
        _next[kind] = (next + 1) % count;
        return next;
    }
}
