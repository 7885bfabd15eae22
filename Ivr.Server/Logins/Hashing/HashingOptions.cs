using System.ComponentModel.DataAnnotations;
using Ivr.Server.Configuration;

namespace Ivr.Server.Logins.Hashing;

/// <summary>How many passwords are hashed at once and how many may wait: configuration section <c>Passwords:Hashing</c>.</summary>
internal sealed class HashingOptions
{
    public const string Section = $"{PasswordOptions.Section}:Hashing";

    /// <summary>The number of threads that only hash passwords.</summary>
    [Range(1, 1024, ErrorMessage = "Passwords:Hashing:Threads must be between 1 and 1024.")]
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The longest time from the start of a login to the end of its hash. A webhook must answer within 5 seconds, and the database needs
    /// some of them.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:03", ErrorMessage = "Passwords:Hashing:LongestWait must be between 00:00:00.1 and 00:00:03.")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The limit of the queue, however fast passwords are hashed.</summary>
    [Range(1, 100_000, ErrorMessage = "Passwords:Hashing:MaxWaiting must be between 1 and 100000.")]
    public int MaxWaiting { get; init; } = 2000;
}
