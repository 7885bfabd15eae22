using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins;

/// <summary>Hashes and checks passwords: ASP.NET Core Identity's PBKDF2 over HMAC-SHA256 with the pepper.</summary>
public sealed class PasswordHash
{
    private static readonly object NoUser = new();

    private readonly byte[] _pepper;
    private readonly PasswordHasher<object> _hasher;

    /// <summary>A hash that no password fits, to be checked when a login is not known, so that it takes as long.</summary>
    public string Decoy { get; }

    /// <summary>Reads pepper and rounds.</summary>
    public PasswordHash(IOptions<PasswordOptions> options)
    {
        _pepper = Encoding.UTF8.GetBytes(options.Value.Pepper!);
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));
        Decoy = _hasher.HashPassword(NoUser, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>The hash to store for a password.</summary>
    /// <returns>Identity's own format, Base64, with rounds and salt in it.</returns>
    public string Create(string password) => _hasher.HashPassword(NoUser, Pepper(password));

    /// <summary>Whether the password fits the stored hash, and whether the hash was made with fewer rounds than are wanted now.</summary>
    public PasswordVerificationResult Check(string hash, string password) =>
        _hasher.VerifyHashedPassword(NoUser, hash, Pepper(password));

    private string Pepper(string password) =>
        Convert.ToBase64String(HMACSHA256.HashData(_pepper, Encoding.UTF8.GetBytes(password)));
}
