using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using PasswordOptions = Ivr.Server.Configuration.PasswordOptions;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>Hashes and checks passwords: ASP.NET Core Identity's PBKDF2 over an HMAC-SHA256 of the password with the pepper.</summary>
internal sealed class PasswordHash
{
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;

    private static readonly object NoUser = new();
    private static readonly KeyDeriver Keys = new();

    private readonly byte[] _pepper;
    private readonly int _iterations;
    private readonly PasswordHasher<object> _identity;
    private int _most;

    public PasswordHash(IOptions<PasswordOptions> options)
    {
        _pepper = Encoding.UTF8.GetBytes(options.Value.Pepper!);
        _most = _iterations = options.Value.Iterations;
        _identity = new(Options.Create(new PasswordHasherOptions { IterationCount = _iterations }));
        var began = Stopwatch.GetTimestamp();
        Decoy = Create(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        FirstTook = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>A hash that no password matches. It is checked for an unknown login, so that the check takes the same time.</summary>
    public string Decoy { get; }

    /// <summary>How many passwords one thread should hash at once.</summary>
    public static int MaxAtOnce => Keys.MaxAtOnce;

    /// <summary>Whether several passwords at once give the same hashes as one by one. If not, they are hashed one by one.</summary>
    public static bool IsRight => Keys.IsRight;

    /// <summary>
    /// The most iterations of a stored hash, as far as is known, and at least those of new hashes. The refusal of a password takes as long
    /// as a hash with so many, whatever hash it was checked against: otherwise the time would tell that the login exists.
    /// </summary>
    public int MaxStoredIterations => Volatile.Read(ref _most);

    /// <summary>How long the first hash took on this machine.</summary>
    public TimeSpan FirstTook { get; }

    /// <summary>Reports that a stored hash has so many iterations.</summary>
    public void Expect(int iterations)
    {
        // A larger number is damaged, because it cannot be configured.
        for (var most = MaxStoredIterations; iterations > most && iterations <= PasswordOptions.MaxIterations;)
        {
            if (Interlocked.CompareExchange(ref _most, iterations, most) == most)
                return;
            most = MaxStoredIterations;
        }
    }

    /// <summary>Creates the hash to store, in Identity's own format: Base64, with iterations and salt in it.</summary>
    public string Create(string password) => CreateAll([password])[0];

    /// <summary>
    /// Creates the hash to store for each password, in Identity's own format: Base64, with iterations and salt in it. At most
    /// <see cref="MaxAtOnce"/> passwords.
    /// </summary>
    public IReadOnlyList<string> CreateAll(IReadOnlyList<string> passwords)
    {
        byte[][] salts = [.. passwords.Select(_ => RandomNumberGenerator.GetBytes(SaltBytes))];
        var keys = Keys.DeriveKeys([.. passwords.Select(PepperedBytes)], salts, _iterations);
        return [.. keys.Select((key, i) => new IdentityHash(_iterations, salts[i], key[..KeyBytes]).ToString())];
    }

    /// <summary>Checks one password on the current thread.</summary>
    public PasswordCheck Check(string storedHash, string password)
    {
        var job = new HashJob(storedHash, password);
        CheckAll([job]);
        // The job is complete now, so this does not block.
        return job.Result.GetAwaiter().GetResult()!.Value;
    }

    /// <summary>Checks each password and completes its job. At most <see cref="MaxAtOnce"/> jobs.</summary>
    public void CheckAll(IReadOnlyList<HashJob> batch)
    {
        // Jobs with the same iterations are computed together. A job that only Identity can read is its own group.
        foreach (var alike in batch.GroupBy(job => (job.Hash?.Iterations, job.Hash is null ? job : null)).Select(group => group.ToList()))
        {
            try
            {
                var checks = alike[0].Hash is null ? [CheckByIdentity(alike[0])] : CheckAlike(alike);
                foreach (var (job, check) in alike.Zip(checks))
                    job.Finish(check);
            }
#pragma warning disable CA1031 // The waiting calls get the error, and the thread continues with the next group.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var job in alike)
                    job.Fail(failure);
            }
        }
    }

    private PasswordCheck[] CheckAlike(List<HashJob> jobs)
    {
        var iterations = jobs[0].Hash!.Iterations;
        Expect(iterations);
        byte[][] passwords = [.. jobs.Select(job => PepperedBytes(job.Password))];
        byte[][] salts = [.. jobs.Select(job => job.Hash!.Salt)];
        var keys = Keys.DeriveKeys(passwords, salts, iterations);
        bool[] fits = [.. jobs.Select((job, i) => CryptographicOperations.FixedTimeEquals(job.Hash!.Key, keys[i].AsSpan(0, job.Hash.Key.Length)))];
        if (MaxStoredIterations - iterations is > 0 and var missing && fits.Contains(false))
            Keys.DeriveKeys([.. passwords.Where((_, i) => !fits[i])], [.. salts.Where((_, i) => !fits[i])], missing);
        return [.. jobs.Select((job, i) => new PasswordCheck(fits[i], fits[i] && iterations < _iterations ? Create(job.Password) : null))];
    }

    private PasswordCheck CheckByIdentity(HashJob job) => _identity.VerifyHashedPassword(NoUser, job.StoredHash, Peppered(job.Password)) switch
    {
        PasswordVerificationResult.Failed => new(Fits: false, Renewed: null),
        PasswordVerificationResult.SuccessRehashNeeded => new(Fits: true, Create(job.Password)),
        _ => new(Fits: true, Renewed: null),
    };

    private byte[] PepperedBytes(string password) => Encoding.UTF8.GetBytes(Peppered(password));

    private string Peppered(string password) =>
        Convert.ToBase64String(HMACSHA256.HashData(_pepper, Encoding.UTF8.GetBytes(password)));
}
