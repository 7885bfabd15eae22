namespace Ivr.Tests.Properties.Plans;

/// <summary>
/// Calls to one server that starts with no recorded entries. The waves run one after another; the calls of a wave run at the same time.
/// <c>Start</c> is the server's time at the first call.
/// </summary>
internal sealed record Scenario(DateTimeOffset Start, IReadOnlyList<IReadOnlyList<PlannedCall>> Waves)
{
    /// <summary>Short, because the calls themselves are printed as a call script.</summary>
    public override string ToString() => $"{Start:u}, calls at the same time: {string.Join(", ", Waves.Select(wave => wave.Count))}";
}

/// <summary>
/// One call. <c>IsHasty</c> means that the caller presses keys without listening to the prompts. After the last act the caller is silent.
/// </summary>
internal sealed record PlannedCall(string Dialled, string Caller, Job Job, bool IsHasty, IReadOnlyList<Act> Acts);

/// <summary>What a caller wants to record. <c>Activity</c> is 1-4, <c>Hours</c> is 1-9.</summary>
internal sealed record Job(Host.Worker Worker, string UserNumber, int Activity, int Hours);
