namespace Ivr.Caller.Calls.Engine;

/// <summary>What follows after a document.</summary>
internal abstract record NextStep
{
    /// <summary>The document waits for keys from the caller.</summary>
    public sealed record Wait(OpenGather Gather) : NextStep;

    /// <summary>Another document must be requested.</summary>
    public sealed record GoTo(HttpMethod Method, Uri Url, IEnumerable<(string Name, string Value)> Parameters) : NextStep;

    public sealed record End(CallEnding Ending) : NextStep;
}
