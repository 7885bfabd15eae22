using System.ComponentModel.DataAnnotations;
using Ivr.Server.Configuration;

namespace Ivr.Server.Logins;

/// <summary>The threshold for a warning about failed logins: configuration section <c>Passwords:Alarm</c>.</summary>
internal sealed class LoginAlarmOptions
{
    public const string Section = $"{PasswordOptions.Section}:Alarm";

    /// <summary>Failed logins within <see cref="Window"/> that raise the alarm, on one node, over all calls, logins and callers.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Passwords:Alarm:Failures must be between 1 and 1000000.")]
    public int Failures { get; init; } = 200;

    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Passwords:Alarm:Window must be between 00:00:10 and 1.00:00:00.")]
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);
}
