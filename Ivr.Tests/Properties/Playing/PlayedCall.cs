using Ivr.Caller.Calls;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties.Playing;

/// <summary>A call that was played to its end.</summary>
/// <param name="Plan">What was to be played.</param>
/// <param name="Call">The phone's side.</param>
/// <param name="Began">What the clock said when it was dialled.</param>
/// <param name="Deliveries">All that arrived at the server.</param>
/// <param name="IsAlone">Whether no other call went on at the same time.</param>
/// <param name="IsOver">Whether it came to an end, though the caller was silent.</param>
/// <param name="Steps">What the caller did and what befell the call, as steps of a call script.</param>
internal sealed record PlayedCall(
    PlannedCall Plan, PhoneCall Call, DateTimeOffset Began, IReadOnlyList<WitnessedDelivery> Deliveries, bool IsAlone, bool IsOver, IReadOnlyList<string> Steps);
