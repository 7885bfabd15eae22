using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.CallTrace;

/// <summary>The trace of calls: configuration section <c>Trace</c>.</summary>
internal sealed class TraceOptions
{
    public const string Section = "Trace";

    /// <summary>How much of a caller's number is kept.</summary>
    [EnumDataType(typeof(CallerPolicy), ErrorMessage = "Trace:Caller must be masked or none.")]
    public CallerPolicy Caller { get; init; } = CallerPolicy.Masked;

    /// <summary>Maximum number of events that wait on a node. When there are more, the oldest is dropped.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Trace:MaxWaiting must be between 1 and 1000000.")]
    public int MaxWaiting { get; init; } = 20_000;
}

internal enum CallerPolicy
{
    /// <summary>The first two and the last two digits, as in the log.</summary>
    Masked,

    None,
}
