namespace Ivr.Caller.Calls.Engine;

/// <summary>Where a document leads.</summary>
internal abstract record NextStep
{
    /// <summary>It is the caller's turn.</summary>
    public sealed record Wait(OpenGather Gather) : NextStep;

    /// <summary>Another document is wanted.</summary>
    public sealed record GoTo(HttpMethod Method, Uri Url, IEnumerable<(string Name, string Value)> Parameters) : NextStep;

    /// <summary>The call is over.</summary>
    public sealed record End(CallEnding Ending) : NextStep;
}
