using System.Diagnostics;
using System.Security.Cryptography;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Derives keys by PBKDF2-HMAC-SHA512: several at once where the processor can, what comes out is right and it is faster than one after
/// the other in the box; found out when it is made.
/// </summary>
internal sealed class KeyDeriver
{
    // Short ones and many, by turns, and the fastest count: something else on the machine must not decide, nor code that is not yet optimized.
    private const int TrialIterations = 500;
    private const int Trials = 30;

    // Identity's salt and our peppered password, and lengths around those where PBKDF2 goes another way.
    private static readonly int[] TrialPasswords = [44, 0, 1, 127, 128, 129, 44, 300];
    private static readonly int[] TrialSalts = [16, 0, 8, 16, 32, 64, Pbkdf2Lanes.LongestSalt, 16];

    private readonly Derive _derive;
    private readonly int _fewest;

    /// <summary>Tries this processor's lanes.</summary>
    public KeyDeriver()
        : this(Pbkdf2Lanes.Lanes, (passwords, salts, iterations) => Pbkdf2Lanes.DeriveKeys(Pbkdf2Lanes.Lanes, passwords, salts, iterations))
    {
    }

    /// <summary>Tries other lanes.</summary>
    /// <param name="lanes">How many there are.</param>
    /// <param name="derive">Derives at most as many keys.</param>
    public KeyDeriver(int lanes, Derive derive)
    {
        _derive = derive;
        IsRight = lanes == 1 || Works(lanes);
        _fewest = lanes > 1 && IsRight ? FewestWorthIt(lanes) : int.MaxValue;
        MaxAtOnce = _fewest <= lanes ? lanes : 1;
    }

    /// <summary>Derives a key of 64 bytes for each password.</summary>
    public delegate byte[][] Derive(ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations);

    /// <summary>How many keys are derived at once; 1 when one after the other is as good.</summary>
    public int MaxAtOnce { get; }

    /// <summary>Whether the lanes gave what the in-box function gives. If not they are not used.</summary>
    public bool IsRight { get; }

    /// <summary>Derives a key for each password.</summary>
    /// <param name="passwords">At most <see cref="MaxAtOnce"/>.</param>
    /// <param name="salts">A salt for each, of at most <see cref="Pbkdf2Lanes.LongestSalt"/> bytes.</param>
    /// <param name="iterations">The same for all.</param>
    /// <returns>64 bytes for each.</returns>
    public byte[][] DeriveKeys(ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations) =>
        passwords.Length >= _fewest ? _derive(passwords, salts, iterations) : InTheBox(passwords, salts, iterations);

    private static byte[][] InTheBox(ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations)
    {
        var keys = new byte[passwords.Length][];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Rfc2898DeriveBytes.Pbkdf2(passwords[i], salts[i], iterations, HashAlgorithmName.SHA512, Pbkdf2Lanes.LongestKey);
        return keys;
    }

    private bool Works(int lanes)
    {
        try
        {
            return IsAsInTheBox(lanes);
        }
#pragma warning disable CA1031 // Whatever it is, passwords are hashed without the lanes.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private bool IsAsInTheBox(int lanes)
    {
        for (var first = 0; first < TrialPasswords.Length; first += lanes)
        {
            byte[][] passwords = [.. TrialPasswords.Skip(first).Take(lanes).Select(RandomNumberGenerator.GetBytes)];
            byte[][] salts = [.. TrialSalts.Skip(first).Take(lanes).Select(RandomNumberGenerator.GetBytes)];
            if (!_derive(passwords, salts, 3).Zip(InTheBox(passwords, salts, 3)).All(keys => keys.First.AsSpan().SequenceEqual(keys.Second)))
                return false;
        }

        return true;
    }

    // However few there are, all lanes take their time.
    private int FewestWorthIt(int lanes)
    {
        byte[][] keys = [.. Enumerable.Range(0, lanes).Select(_ => RandomNumberGenerator.GetBytes(16))];
        var (together, alone) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var trial = 0; trial < Trials; trial++)
        {
            together = Faster(together, () => _derive(keys, keys, TrialIterations));
            alone = Faster(alone, () => InTheBox(keys.AsSpan(0, 1), keys, TrialIterations));
        }

        return Math.Max(2, (int)(together / alone) + 1);
    }

    private static TimeSpan Faster(TimeSpan fastest, Action derive)
    {
        var began = Stopwatch.GetTimestamp();
        derive();
        var took = Stopwatch.GetElapsedTime(began);
        return took < fastest ? took : fastest;
    }
}
