namespace Ivr.Server.Logins.Hashing;

/// <summary>What became of holding a password against a stored hash.</summary>
/// <param name="Fits">Whether it is the right one.</param>
/// <param name="Renewed">The hash to store from now on, when the stored one was made with fewer rounds than are wanted; else null.</param>
internal readonly record struct PasswordCheck(bool Fits, string? Renewed);
