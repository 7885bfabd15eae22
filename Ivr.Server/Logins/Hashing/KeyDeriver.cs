using System.Diagnostics;
using System.Security.Cryptography;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Derives keys by PBKDF2-HMAC-SHA512. It computes several keys at once if the processor supports it, the result is right, and it is faster
/// than the in-box function one by one. The constructor tests that.
/// </summary>
internal sealed class KeyDeriver
{
    // Many short trials of both ways, alternating; the fastest trial of each counts. So other load on the machine, or code that is not yet
    // optimized, does not distort the comparison.
    private const int TrialIterations = 500;
    private const int Trials = 30;

    // The lengths of Identity's salt and of our peppered password, and lengths around the limits where PBKDF2 takes another path.
    private static readonly int[] TrialPasswords = [44, 0, 1, 127, 128, 129, 44, 300];
    private static readonly int[] TrialSalts = [16, 0, 8, 16, 32, 64, Pbkdf2Lanes.LongestSalt, 16];

    private readonly Derive _derive;
    private readonly int _fewest;

    /// <summary>Tests the lanes of this processor.</summary>
    public KeyDeriver()
        : this(Pbkdf2Lanes.Lanes, (passwords, salts, iterations) => Pbkdf2Lanes.DeriveKeys(Pbkdf2Lanes.Lanes, passwords, salts, iterations))
    {
    }

    /// <summary>Tests other lanes.</summary>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="derive">Derives at most that many keys.</param>
    public KeyDeriver(int lanes, Derive derive)
    {
        _derive = derive;
        IsRight = lanes == 1 || Works(lanes);
        _fewest = lanes > 1 && IsRight ? FewestWorthIt(lanes) : int.MaxValue;
        MaxAtOnce = _fewest <= lanes ? lanes : 1;
    }

    /// <summary>Derives a key of 64 bytes for each password.</summary>
    public delegate byte[][] Derive(ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations);

    /// <summary>How many keys are derived at once; 1 when several at once are not faster.</summary>
    public int MaxAtOnce { get; }

    /// <summary>Whether the lanes gave the same result as the in-box function. If not, they are not used.</summary>
    public bool IsRight { get; }

    /// <summary>Derives a key of 64 bytes for each password.</summary>
    /// <param name="passwords">At most <see cref="MaxAtOnce"/>.</param>
    /// <param name="salts">One for each password, of at most <see cref="Pbkdf2Lanes.LongestSalt"/> bytes.</param>
    /// <param name="iterations">The same for all.</param>
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
#pragma warning disable CA1031 // After any error passwords are hashed without the lanes.
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

    // A batch takes the same time for any number of passwords. This returns the smallest number for which it is faster than one by one.
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
