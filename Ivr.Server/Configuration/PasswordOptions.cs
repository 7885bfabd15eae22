using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Configuration;

/// <summary>How passwords are kept: configuration section <c>Passwords</c>.</summary>
internal sealed class PasswordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Passwords";

    /// <summary>A secret mixed into every password; it lives outside the database, so a stolen table alone is no use.</summary>
    [Required(ErrorMessage = "Passwords:Pepper is missing. Give a long random text, the same on all nodes; it can never be changed.")]
    [MinLength(16, ErrorMessage = "Passwords:Pepper is too short: at least 16 characters.")]
    public string? Pepper { get; init; }

    /// <summary>Rounds of PBKDF2 for new hashes; a stored hash remembers its own.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Passwords:Iterations must be between 1 and 10000000.")]
    public int Iterations { get; init; } = 100_000;
}
