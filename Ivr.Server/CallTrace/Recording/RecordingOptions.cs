using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Recording of calls as call scripts: configuration section <c>Recording</c>.</summary>
internal sealed class RecordingOptions : IValidatableObject
{
    public const string Section = "Recording";

    private const int ShortestKey = 32;

    /// <summary>Folder of the scripts, one file for each call; several nodes share one folder. Empty: calls are not recorded.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// The secret for the made-up values. With the same key, the same real login becomes the same made-up login on every node and after
    /// every start. Without the key, the real value cannot be found by trying all numbers.
    /// </summary>
    public string? Key { get; init; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Folder);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && string.IsNullOrEmpty(Key))
            yield return new("Recording:Key is missing: Recording:Folder wants a long random text beside it, the same on all nodes.");
        else if (IsOn && Key!.Length < ShortestKey)
            yield return new($"Recording:Key is too short: at least {ShortestKey} characters.");
    }
}
