using Ivr.Caller.Calls;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties.Playing;

/// <summary>
/// A call after it was played. <c>Began</c> is the server's time when it was dialled; <c>Deliveries</c> are the webhooks that arrived at
/// the server; <c>IsAlone</c> means that no other call ran at the same time. <c>IsOver</c> is false when the caller was silent and the call
/// did not end. <c>Steps</c> are the caller's actions and the mishaps, as steps of a call script.
/// </summary>
internal sealed record PlayedCall(
    PlannedCall Plan, PhoneCall Call, DateTimeOffset Began, IReadOnlyList<WitnessedDelivery> Deliveries, bool IsAlone, bool IsOver, IReadOnlyList<string> Steps);
