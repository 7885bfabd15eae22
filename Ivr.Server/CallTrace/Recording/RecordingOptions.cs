using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Whether calls are written down as call scripts: configuration section <c>Recording</c>.</summary>
internal sealed class RecordingOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Recording";

    private const int ShortestKey = 32;

    /// <summary>Where the scripts go, one file a call; several nodes share one folder. Empty: no call is written down.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// The secret behind the made-up values. With the same one, on any node and after any start, the same real login becomes the
    /// same made-up one; without it nobody finds the way back by trying all numbers.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Whether calls are written down.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Folder);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && string.IsNullOrEmpty(Key))
            yield return new("Recording:Key is missing: Recording:Folder wants a long random text beside it, the same on all nodes.");
        else if (IsOn && Key!.Length < ShortestKey)
            yield return new($"Recording:Key is too short: at least {ShortestKey} characters.");
    }
}
