
namespace Ivr.Caller.Calls.Engine;

/// <summary>Where a document leads.</summary>
internal abstract record Step
{
    /// <summary>It is the caller's turn.</summary>
    public sealed record Wait(OpenGather Gather) : Step;

    /// <summary>Another document is wanted.</summary>
    public sealed record GoTo(HttpMethod Method, Uri Url, IEnumerable<(string Name, string Value)> Parameters) : Step;

    /// <summary>The call is over.</summary>
    public sealed record End(CallEnding Ending) : Step;
}
