using System.Text;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>The workers, clients and locks that a recorded call needs to go the same way again.</summary>
internal static class ScriptTestData
{
    private const string Company = "RECORDED";

    // The consecutive failure that locks a login.
    private const int LockingFailure = 5;
    private const int LongestLock = 60;

    /// <summary>The section <c>data</c> of the script; empty when the call needs none.</summary>
    public static string Of(IReadOnlyList<RecordedStep> steps)
    {
        var text = new StringBuilder();
        var loggedIn = steps.Where(step => step.Language is not null).DistinctBy(step => step.Login).ToList();
        // A worker whose login is remembered exists, even if the password was not keyed right.
        var remembered = steps.Select(step => step.Remembered).OfType<RememberedWorker>().Take(1)
            .Where(worker => loggedIn.TrueForAll(step => step.Login != worker.Login));
        var workers = loggedIn.Select(Worker).Concat(remembered.Select(Worker)).ToList();
        Section(text, "companies", workers.Count > 0 ? [$"company_code: {Company}"] : []);
        Section(text, "workers", workers);
        Section(text, "clients", steps.Where(step => step.Client is not null).DistinctBy(step => step.Client).Select(Client));
        Section(text, "mobiles", steps.Select(Mobile).OfType<string>().Distinct());
        Section(text, "locks", steps.Where(step => step.LockedMinutes > 0).DistinctBy(step => step.Login).Select(step => Lock(step, steps)).OfType<string>());
        return text.Length == 0 ? "" : $"data:\n{text}";
    }

    private static void Section(StringBuilder text, string name, IEnumerable<string> rows)
    {
        var lines = string.Concat(rows.Select(row => $"  - {{{row}}}\n"));
        if (lines.Length > 0)
            text.Append($"  {name}:\n{lines}");
    }

    // After a successful login, the step's keys are the right password and #.
    private static string Worker(RecordedStep step) =>
        $"login: {step.Login}, password: {step.Keys[..^1]}, company_code: {Company}, language: {step.Language}"
            + (step.EndedBy == CallTrigger.WorkerInactive ? ", active: false" : "");

    private static string Worker(RememberedWorker worker) =>
        $"login: {worker.Login}, password: {worker.Password}, company_code: {Company}, language: {worker.Language}";

    private static string? Mobile(RecordedStep step) => step switch
    {
        { Remembered: { } worker } => $"caller: \"{step.Caller}\", login: {worker.Login}",
        { EntriesBefore: > 0, Entry: { } entry } => $"caller: \"{step.Caller}\", login: {entry.Login}, entries: {step.EntriesBefore}",
        _ => null,
    };

    // No call depends on the region, and the call does not contain the client's region. So the first region of the line is used.
    private static string Client(RecordedStep step) =>
        $"user_number: {step.Client}, region: {(step.Line == "wallonia" ? "wallonia" : "flanders")}" + (step.IsActive ? "" : ", active: false");

    private static string? Lock(RecordedStep locked, IReadOnlyList<RecordedStep> steps)
    {
        var failures = steps
            .Where(step => step.Login == locked.Login && step.Language is null && step.LockedMinutes == 0)
            .DistinctBy(step => step.Number)
            .Count();
        return failures switch
        {
            0 => $"login: {locked.Login}, failures: {LockingFailure}, minutes: {Math.Min(locked.LockedMinutes, LongestLock)}",
            < LockingFailure => $"login: {locked.Login}, failures: {LockingFailure - failures}",
            _ => null,
        };
    }
}
