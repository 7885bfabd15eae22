using System.Security.Cryptography;
using Ivr.Server.Logins.Hashing;

namespace Ivr.Tests.Calls.Hashing;

/// <summary>
/// SIMD lanes that give wrong keys, fail or are slow are not used. The in-box function takes their place and gives the same keys.
/// </summary>
public class KeyDeriverTests
{
    private static readonly byte[][] Passwords = [.. Enumerable.Range(0, 8).Select(i => new byte[] { (byte)i, 1, 2 })];

    [Fact]
    public void Lanes_that_give_something_else_are_not_used()
    {
        var deriver = new KeyDeriver(8, (passwords, salts, iterations) =>
        {
            var keys = Pbkdf2Lanes.DeriveKeys(8, passwords, salts, iterations);
            keys[^1][63] ^= 1;
            return keys;
        });

        Assert.False(deriver.IsRight);
        Assert.Equal(1, deriver.MaxAtOnce);
        Assert.Equal(InTheBox(), deriver.DeriveKeys(Passwords, Passwords, 2));
    }

    [Fact]
    public void Lanes_that_fail_are_not_used()
    {
        var deriver = new KeyDeriver(8, (_, _, _) => throw new PlatformNotSupportedException());

        Assert.False(deriver.IsRight);
        Assert.Equal(1, deriver.MaxAtOnce);
        Assert.Equal(InTheBox(), deriver.DeriveKeys(Passwords, Passwords, 2));
    }

    [Fact]
    public void Lanes_that_are_right_and_fast_are_used()
    {
        var taken = 0;
        Dictionary<byte[], byte[][]> remembered = new(ReferenceEqualityComparer.Instance);
        var deriver = new KeyDeriver(8, (passwords, salts, iterations) =>
        {
            taken++;
            if (!remembered.TryGetValue(passwords[0], out var keys))
                remembered[passwords[0]] = keys = Pbkdf2Lanes.DeriveKeys(8, passwords, salts, iterations);
            return keys;
        });
        var trials = taken;

        Assert.True(deriver.IsRight);
        Assert.Equal(8, deriver.MaxAtOnce);
        Assert.Equal(InTheBox(), deriver.DeriveKeys(Passwords, Passwords, 2));
        Assert.Equal(trials + 1, taken);
    }

    [Fact]
    public void Lanes_that_are_slow_are_not_used()
    {
        var deriver = new KeyDeriver(8, (passwords, salts, iterations) =>
        {
            for (var i = 0; i < 20; i++)
                Pbkdf2Lanes.DeriveKeys(8, passwords, salts, iterations);
            return Pbkdf2Lanes.DeriveKeys(8, passwords, salts, iterations);
        });

        Assert.True(deriver.IsRight);
        Assert.Equal(1, deriver.MaxAtOnce);
    }

    [Fact]
    public void Where_there_are_no_lanes_one_is_derived_after_the_other()
    {
        var deriver = new KeyDeriver(1, (_, _, _) => throw new PlatformNotSupportedException());

        Assert.True(deriver.IsRight);
        Assert.Equal(1, deriver.MaxAtOnce);
        Assert.Equal(InTheBox(), deriver.DeriveKeys(Passwords, Passwords, 2));
    }

    [Fact]
    public void One_alone_never_takes_the_lanes()
    {
        var taken = 0;
        var deriver = new KeyDeriver(8, (passwords, salts, iterations) =>
        {
            taken++;
            return Pbkdf2Lanes.DeriveKeys(8, passwords, salts, iterations);
        });
        var trials = taken;

        deriver.DeriveKeys(Passwords.AsSpan(0, 1), Passwords.AsSpan(0, 1), 2);
        Assert.Equal(trials, taken);
    }

    private static byte[][] InTheBox() =>
        [.. Passwords.Select(bytes => Rfc2898DeriveBytes.Pbkdf2(bytes, bytes, 2, HashAlgorithmName.SHA512, 64))];
}
