using System.Globalization;
using System.Security.Cryptography;

namespace Ivr.Caller.Replay.Importing;

/// <summary>
/// Logins and user numbers for one run alone, each of the same kind as the one it stands for. They begin at random, so that a replay
/// does not meet the people of the one before; when a kind has no number left, they begin anew.
/// </summary>
internal sealed class FreshNumbers
{
    private const string WorkersSeries = "980";
    private const int MaxDigits = 9;

    private readonly Dictionary<string, long> _next = [];

    /// <summary>A login of the same length, with 980 in front if there was, else with as many zeros in front.</summary>
    public string Login(string login)
    {
        var isOfSeries = login.StartsWith(WorkersSeries, StringComparison.Ordinal);
        var free = isOfSeries ? login.Length - WorkersSeries.Length : login.TrimStart('0').Length;
        if (free == 0)
            return login;
        var digits = Math.Min(free, MaxDigits);
        var most = (long)Math.Pow(10, digits);
        // Without this there could be one more zero in front.
        var least = !isOfSeries && digits == free ? most / 10 : 0;
        var front = login[..^digits];
        return front + (least + Next($"{front}{digits}", most - least)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// A user number with right check digits, and the same three digits at its beginning and at its end, so that words about those
    /// still fit.
    /// </summary>
    public string UserNumber(string number)
    {
        // Steps of ten times the check digits' modulus keep the check digits and the digit before them.
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
