using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>Hashes and checks passwords: ASP.NET Core Identity's PBKDF2 over HMAC-SHA256 with the pepper.</summary>
public sealed class PasswordHash
{
    /// <summary>How many passwords one thread hashes at once.</summary>
    internal const int MostAtOnce = 1;

    private static readonly object NoUser = new();

    private readonly byte[] _pepper;
    private readonly PasswordHasher<object> _hasher;

    /// <summary>Reads pepper and rounds.</summary>
    public PasswordHash(IOptions<PasswordOptions> options)
    {
        _pepper = Encoding.UTF8.GetBytes(options.Value.Pepper!);
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));
        var began = Stopwatch.GetTimestamp();
        Decoy = _hasher.HashPassword(NoUser, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        FirstTook = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>A hash that no password fits, to be checked when a login is not known, so that it takes as long.</summary>
    public string Decoy { get; }

    /// <summary>How long the first hash took on this machine.</summary>
    internal TimeSpan FirstTook { get; }

    /// <summary>The hash to store for a password.</summary>
    /// <returns>Identity's own format, Base64, with rounds and salt in it.</returns>
    public string Create(string password) => _hasher.HashPassword(NoUser, Pepper(password));

    /// <summary>Whether the password fits the stored hash, and the new hash when that was made with fewer rounds than are wanted now.</summary>
    public PasswordCheck Check(string hash, string password) => _hasher.VerifyHashedPassword(NoUser, hash, Pepper(password)) switch
    {
        PasswordVerificationResult.Failed => new(Fits: false, Renewed: null),
        PasswordVerificationResult.SuccessRehashNeeded => new(Fits: true, Create(password)),
        _ => new(Fits: true, Renewed: null),
    };

    /// <summary>Holds each password against its hash, and tells whoever waits.</summary>
    /// <param name="batch">At most <see cref="MostAtOnce"/>.</param>
    internal void CheckAll(IReadOnlyList<HashJob> batch)
    {
        foreach (var job in batch)
        {
            try
            {
                job.Finish(Check(job.StoredHash, job.Password));
            }
#pragma warning disable CA1031 // Whatever it is, it is for whoever waits, and the thread goes on with the next.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                job.Fail(failure);
            }
        }
    }

    private string Pepper(string password) =>
        Convert.ToBase64String(HMACSHA256.HashData(_pepper, Encoding.UTF8.GetBytes(password)));
}
