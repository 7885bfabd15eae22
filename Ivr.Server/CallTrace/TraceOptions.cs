using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.CallTrace;

/// <summary>The trace of calls: configuration section <c>Trace</c>.</summary>
internal sealed class TraceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Trace";

    /// <summary>What is kept of callers' numbers.</summary>
    [EnumDataType(typeof(CallerPolicy), ErrorMessage = "Trace:Caller must be masked or none.")]
    public CallerPolicy Caller { get; init; } = CallerPolicy.Masked;

    /// <summary>Most events that wait to be written on a node; then the oldest is let go for the newest.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Trace:MaxWaiting must be between 1 and 1000000.")]
    public int MaxWaiting { get; init; } = 20_000;
}

/// <summary>What the trace keeps of a caller's number.</summary>
internal enum CallerPolicy
{
    /// <summary>The country and the last two digits, as in the log.</summary>
    Masked,

    /// <summary>Nothing.</summary>
    None,
}
