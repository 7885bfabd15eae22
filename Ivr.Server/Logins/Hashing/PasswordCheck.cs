namespace Ivr.Server.Logins.Hashing;

/// <summary>The result of checking a password.</summary>
/// <param name="Fits">Whether the password is right.</param>
/// <param name="Renewed">The hash to store from now on, when the stored one has fewer iterations than configured; otherwise null.</param>
internal readonly record struct PasswordCheck(bool Fits, string? Renewed);
