namespace Ivr.Tests.Properties.Plans;

/// <summary>Some calls to one server with an empty record: one after another, and a few at the same time.</summary>
/// <param name="Start">What the clock says at the first.</param>
/// <param name="Waves">One after another; the calls of a wave go on at the same time.</param>
internal sealed record Scenario(DateTimeOffset Start, IReadOnlyList<IReadOnlyList<PlannedCall>> Waves)
{
    /// <summary>Says little: what was played is printed as a call script.</summary>
    public override string ToString() => $"{Start:u}, calls at the same time: {string.Join(", ", Waves.Select(wave => wave.Count))}";
}

/// <summary>One call: who rings where, what they have to record, and what they do.</summary>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Caller">The caller's own number.</param>
/// <param name="Job">What the caller means to record.</param>
/// <param name="IsHasty">Whether keys are pressed without listening to the prompts.</param>
/// <param name="Acts">What the caller does and what befalls the call; after the last, the caller is silent.</param>
internal sealed record PlannedCall(string Dialled, string Caller, Job Job, bool IsHasty, IReadOnlyList<Act> Acts);

/// <summary>What a caller means to record.</summary>
/// <param name="Worker">Who calls.</param>
/// <param name="UserNumber">At which client.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">1-9.</param>
internal sealed record Job(Host.Worker Worker, string UserNumber, int Activity, int Hours);
