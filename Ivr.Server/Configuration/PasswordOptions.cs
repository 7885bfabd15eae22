using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Configuration;

/// <summary>How passwords are stored: configuration section <c>Passwords</c>.</summary>
internal sealed class PasswordOptions
{
    public const string Section = "Passwords";

    public const int MaxIterations = 10_000_000;

    /// <summary>A secret that is mixed into every password. It is outside the database, so a stolen table alone is useless.</summary>
    [Required(ErrorMessage = "Passwords:Pepper is missing. Give a long random text, the same on all nodes; it can never be changed.")]
    [MinLength(16, ErrorMessage = "Passwords:Pepper is too short: at least 16 characters.")]
    public string? Pepper { get; init; }

    /// <summary>Iterations of PBKDF2 for new hashes. A stored hash contains its own number of iterations.</summary>
    [Range(1, MaxIterations, ErrorMessage = "Passwords:Iterations must be between 1 and 10000000.")]
    public int Iterations { get; init; } = 100_000;
}
