using System.Text;

namespace Ivr.Tests.Security.Fuzzing;

/// <summary>Generates nonsense; the same random numbers give the same nonsense.</summary>
internal sealed class Garbage(Random random)
{
    private static readonly string[] Favourites =
    [
        "", "0", "1", "-1", "#", "*", "%", "%00", "%zz", "\0", "\r\n", "\u202e", "😀", "é", "١٢٣", "null", "true", "[]", "{}", "<x>", "&", "=", "+", ";", "..",
        "'; drop table client; --", "${jndi:ldap://127.0.0.1/x}", "{0}", "{Digits}", "9999999999999999999999", "1e309", "NaN", "\ud800",
    ];

    public T Pick<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public int Number(int below) => random.Next(below);

    public string Text(int most = 40) => random.Next(6) switch
    {
        0 => new string((char)random.Next(32, 127), random.Next(most * 20)),
        1 => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => (char)random.Next(1, 0xD7FF))),
        2 => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => (char)random.Next(32, 127))),
        3 => Digits(random.Next(30)),
        _ => Pick(Favourites),
    };

    /// <summary>Random bytes, one per character.</summary>
    public string Bytes(int most)
    {
        var bytes = new byte[random.Next(most)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    public string Digits(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));

    /// <summary>The text with one part changed, cut out or inserted.</summary>
    public string Spoil(string text)
    {
        if (text == "")
            return Text();
        var place = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text[..place] + text[(place + 1)..],
            1 => text[..place] + (char)random.Next(33, 127) + text[(place + 1)..],
            2 => text[..place],
            _ => text[..place] + Text(10) + text[place..],
        };
    }
}
