namespace Ivr.Caller.Live;

/// <summary>A call on the real line that is over, as Twilio reports it.</summary>
/// <param name="Sid">The sid of the caller's end. The server's end of the same call has another sid.</param>
/// <param name="Status">completed, busy, no-answer, failed or canceled.</param>
internal sealed record LiveCall(string Sid, string Status)
{
    private const string Completed = "completed";

    /// <summary>The time from the answer to the end, in whole seconds; zero when nobody answered.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The price of the caller's end; null while Twilio does not know it yet.</summary>
    public string? Price { get; init; }

    /// <summary>Returns what is wrong with the call, as far as its status and its length show; null when nothing is.</summary>
    public string? Failure(CallPlan plan) => this switch
    {
        { Status: not Completed } => $"The call did not come about: {Status}.",
        // Twilio counts whole seconds.
        _ when Duration + TimeSpan.FromSeconds(1) < plan.AtLeast =>
            $"The call was over after {Duration.TotalSeconds:0} s, before all keys were pressed: that takes at least {plan.AtLeast.TotalSeconds:0} s.",
        _ when plan.ServerHangsUp && Duration + TimeSpan.FromSeconds(1) >= plan.HangsUpAfter =>
            $"The server should have hung up. It had not after {Duration.TotalSeconds:0} s, when the caller did.",
        _ => null,
    };
}
