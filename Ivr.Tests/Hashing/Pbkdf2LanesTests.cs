using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Logins.Hashing;

namespace Ivr.Tests.Hashing;

/// <summary>Several hashes at once are, bit for bit, what the in-box function makes one after the other.</summary>
public class Pbkdf2LanesTests
{
    private static readonly int[] Lanes = [8, 4, 2];

    // PBKDF2-HMAC-SHA512 of widely published test vectors: those of RFC 6070 with another function.
    public static TheoryData<string, string, int, string> Vectors => new()
    {
        { "password", "salt", 1, "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce" },
        { "password", "salt", 2, "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53cf76cab2868a39b9f7840edce4fef5a82be67335c77a6068e04112754f27ccf4e" },
        { "password", "salt", 4096, "d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5143f30602641b3d55cd335988cb36b84376060ecd532e039b742a239434af2d5" },
        {
            "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096,
            "8c0511f4c6e597c6ac6315d8f0362e225f3c501495ba23b868c005174dc4ee71115b59f9e60cd9532fa33e0f75aefe30225c583a186cd82bd4daea9724a3d3b8"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Published_vectors(string password, string salt, int iterations, string key)
    {
        foreach (var lanes in Lanes)
        {
            var made = Pbkdf2Lanes.DeriveKeys(lanes, [Encoding.ASCII.GetBytes(password)], [Encoding.ASCII.GetBytes(salt)], iterations);
            Assert.Equal(key, Convert.ToHexStringLower(Assert.Single(made)));
        }
    }

    [Fact]
    public void A_hundred_thousand_random_inputs()
    {
        const int count = 100_000;
        Parallel.For(0, count / 8, batch =>
        {
            var random = new Random(batch);
            var iterations = random.Next(1, 4);
            byte[][] passwords = [.. Enumerable.Range(0, 8).Select(_ => Bytes(random, 0, 300))];
            byte[][] salts = [.. Enumerable.Range(0, 8).Select(_ => Bytes(random, 0, Pbkdf2Lanes.LongestSalt))];
            string[] expected = [.. passwords.Zip(salts, (password, salt) => Convert.ToHexString(
                Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, Pbkdf2Lanes.LongestKey)))];

            foreach (var lanes in Lanes)
            {
                for (var first = 0; first < 8; first += lanes)
                {
                    var keys = Pbkdf2Lanes.DeriveKeys(lanes, passwords.AsSpan(first, lanes), salts.AsSpan(first, lanes), iterations);
                    Assert.Equal(expected[first..(first + lanes)], keys.Select(Convert.ToHexString));
                }
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Lanes_that_nobody_needs_change_nothing(int count)
    {
        var random = new Random(count);
        byte[][] passwords = [.. Enumerable.Range(0, count).Select(_ => Bytes(random, 44, 44))];
        byte[][] salts = [.. Enumerable.Range(0, count).Select(_ => Bytes(random, 16, 16))];

        var keys = Pbkdf2Lanes.DeriveKeys(8, passwords, salts, 1000);

        Assert.Equal(count, keys.Length);
        for (var i = 0; i < count; i++)
            Assert.Equal(Rfc2898DeriveBytes.Pbkdf2(passwords[i], salts[i], 1000, HashAlgorithmName.SHA512, 64), keys[i]);
    }

    private static byte[] Bytes(Random random, int fewest, int most)
    {
        var bytes = new byte[random.Next(fewest, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }
}
