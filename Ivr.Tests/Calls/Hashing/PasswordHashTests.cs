using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Calls.Hashing;

/// <summary>
/// Hashes have the format of ASP.NET Core Identity, and each side verifies the other's, for any number of passwords checked at once.
/// </summary>
public class PasswordHashTests
{
    private const int Iterations = 50;

    private static readonly object NoUser = new();

    [Fact]
    public void What_is_stored_Identity_can_check()
    {
        var hash = Hash(Iterations).Create("123456");

        Assert.Equal(PasswordVerificationResult.Success, Identity().VerifyHashedPassword(NoUser, hash, Peppered("123456")));
        Assert.Equal(PasswordVerificationResult.Failed, Identity().VerifyHashedPassword(NoUser, hash, Peppered("123457")));
    }

    [Fact]
    public async Task What_Identity_stored_is_checked_right_and_wrong_passwords_side_by_side()
    {
        var jobs = Enumerable.Range(0, 64).Select(i => new HashJob(
            Identity().HashPassword(NoUser, Peppered($"{i}")), i % 3 == 0 ? $"{i + 1}" : $"{i}")).ToList();

        var hash = Hash(Iterations);
        foreach (var batch in jobs.Chunk(PasswordHash.MaxAtOnce))
            hash.CheckAll(batch);

        for (var i = 0; i < jobs.Count; i++)
            Assert.Equal(new PasswordCheck(Fits: i % 3 != 0, Renewed: null), await jobs[i].Result);
    }

    [Fact]
    public async Task Hashes_of_other_rounds_functions_and_versions_in_one_batch()
    {
        var hash = Hash(Iterations);
        List<(HashJob Job, bool Fits, bool IsRenewed)> all =
        [
            (new(Identity().HashPassword(NoUser, Peppered("1")), "1"), true, false),
            (new(Identity(Iterations - 1).HashPassword(NoUser, Peppered("2")), "2"), true, true),
            (new(Identity(Iterations - 1).HashPassword(NoUser, Peppered("2")), "3"), false, false),
            (new(Identity(Iterations + 1).HashPassword(NoUser, Peppered("4")), "4"), true, false),
            (new(Version2("5"), "5"), true, true),
            (new(OfSha256("6"), "6"), true, true),
            (new(OfSha256("6"), "7"), false, false),
            (new(hash.Decoy, "8"), false, false),
        ];

        hash.CheckAll([.. all.Select(one => one.Job)]);

        foreach (var (job, fits, isRenewed) in all)
        {
            var check = await job.Result;
            Assert.Equal(fits, check!.Value.Fits);
            Assert.Equal(isRenewed, check.Value.Renewed is not null);
            if (isRenewed)
                Assert.Equal(PasswordVerificationResult.Success, Identity().VerifyHashedPassword(NoUser, check.Value.Renewed!, Peppered(job.Password)));
        }
    }

    [Fact]
    public async Task One_that_cannot_be_read_spoils_no_other()
    {
        var hash = Hash(Iterations);
        HashJob[] jobs = [new(hash.Create("1"), "1"), new("!", "2"), new(hash.Create("3"), "3")];

        hash.CheckAll(jobs);

        Assert.True((await jobs[0].Result)!.Value.Fits);
        await Assert.ThrowsAsync<FormatException>(() => jobs[1].Result);
        Assert.True((await jobs[2].Result)!.Value.Fits);
    }

    private static PasswordHash Hash(int iterations) =>
        new(Options.Create(new Ivr.Server.Configuration.PasswordOptions { Pepper = TestCluster.Pepper, Iterations = iterations }));

    private static PasswordHasher<object> Identity(int iterations = Iterations) =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));

    private static string Version2(string password) =>
        new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2 }))
            .HashPassword(NoUser, Peppered(password));

    // Identity's version 3 format with SHA-256, the hash function that it used before SHA-512.
    private static string OfSha256(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var key = Rfc2898DeriveBytes.Pbkdf2(Peppered(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        return Convert.ToBase64String([1, 0, 0, 0, 1, 0, 0, 0, Iterations, 0, 0, 0, 16, .. salt, .. key]);
    }

    private static string Peppered(string password) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestCluster.Pepper), Encoding.UTF8.GetBytes(password)));
}
