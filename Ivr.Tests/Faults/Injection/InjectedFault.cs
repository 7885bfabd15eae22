using Ivr.Tests.Faults.Calling;

namespace Ivr.Tests.Faults.Injection;

/// <summary>
/// A fault. <c>Name</c> is for the table, <c>Habit</c> is the behaviour of callers during the fault, and <c>InjectAsync</c> causes the
/// fault and ends it.
/// </summary>
internal sealed record InjectedFault(string Name, Habit Habit, Func<FaultBed, Task> InjectAsync);
