namespace Ivr.Tests.HighAvailability;

/// <summary>
/// A fault. <c>Name</c> is for the table. <c>IsQuick</c> faults are part of the short form of the test. <c>InjectAsync</c> causes the fault
/// and ends it.
/// </summary>
internal sealed record ClusterFault(string Name, bool IsQuick, Func<ClusterBed, Task> InjectAsync);
