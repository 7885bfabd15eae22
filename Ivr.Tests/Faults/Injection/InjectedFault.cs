using Ivr.Tests.Faults.Calling;

namespace Ivr.Tests.Faults.Injection;

/// <summary>Something that is done to the system while calls run, and undone again.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Habit">How callers and their webhooks behave meanwhile.</param>
/// <param name="InjectAsync">Does and undoes it.</param>
internal sealed record InjectedFault(string Name, Habit Habit, Func<FaultBed, Task> InjectAsync);
