using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Logins.Hashing;

namespace Ivr.Tests.Calls.Hashing;

/// <summary>Several hashes computed at once are identical to the results of the in-box function.</summary>
public class Pbkdf2LanesTests
{
    private static readonly int[] Lanes = [8, 4, 2];

    // Published test vectors for PBKDF2-HMAC-SHA512: the inputs of RFC 6070 with another hash function.
    public static TheoryData<string, string, int, string> Vectors => new()
    {
        {
            "password", "salt", 1,
            "867f70cf1ade02cf f3752599a3a53dc4 af34c7a669815ae5 d513554e1c8cf252 "
            + "c02d470a285a0501 bad999bfe943c08f 050235d7d68b1da5 5e63f73b60a57fce"
        },
        {
            "password", "salt", 2,
            "e1d9c16aa681708a 45f5c7c4e215ceb6 6e011a2e9f004071 3f18aefdb866d53c "
            + "f76cab2868a39b9f 7840edce4fef5a82 be67335c77a6068e 04112754f27ccf4e"
        },
        {
            "password", "salt", 4096,
            "d197b1b33db0143e 018b12f3d1d1479e 6cdebdcc97c5c0f8 7f6902e072f457b5 "
            + "143f30602641b3d5 5cd335988cb36b84 376060ecd532e039 b742a239434af2d5"
        },
        {
            "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096,
            "8c0511f4c6e597c6 ac6315d8f0362e22 5f3c501495ba23b8 68c005174dc4ee71 "
            + "115b59f9e60cd953 2fa33e0f75aefe30 225c583a186cd82b d4daea9724a3d3b8"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Published_vectors(string password, string salt, int iterations, string key)
    {
        foreach (var lanes in Lanes)
        {
            var made = Pbkdf2Lanes.DeriveKeys(lanes, [Encoding.ASCII.GetBytes(password)], [Encoding.ASCII.GetBytes(salt)], iterations);
            Assert.Equal(key.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexStringLower(Assert.Single(made)));
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
