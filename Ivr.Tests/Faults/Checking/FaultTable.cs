using System.Text;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Counts the outcomes of the calls under each fault.</summary>
internal sealed class FaultTable
{
    private static readonly string[] Columns = ["calls", "recorded", "not recorded", "unknown", "left", "lost", "doubled", "wrong", "webhook", "silence", "late"];

    private readonly Dictionary<string, (int Calls, Waits Waits)> _tried = [];

    public void Add(string fault, (int Calls, Waits Waits) tried)
    {
        var (calls, waits) = _tried.GetValueOrDefault(fault, (0, Waits.None));
        _tried[fault] = (calls + tried.Calls, waits.Or(tried.Waits));
    }

    /// <summary>The table, with one line for each fault and a total.</summary>
    public string Print(IReadOnlyList<Operation> operations, IReadOnlyList<Violation> violations)
    {
        var text = new StringBuilder($"{"fault",-42}{string.Concat(Columns.Select(column => $"{column,14}"))}\n");
        foreach (var fault in _tried.Keys)
        {
            Line(
                text, fault, _tried[fault],
                [.. operations.Where(operation => operation.Fault == fault)],
                [.. violations.Where(violation => violation.Operation?.Fault == fault)]);
        }

        var waits = _tried.Values.Select(one => one.Waits).Aggregate((one, other) => one.Or(other));
        Line(text, "all", (_tried.Values.Sum(one => one.Calls), waits), operations, violations);
        return text.ToString();
    }

    private static void Line(
        StringBuilder text,
        string fault,
        (int Calls, Waits Waits) tried,
        IReadOnlyList<Operation> operations,
        IReadOnlyList<Violation> violations)
    {
        int Came(CallerKnowledge outcome) => operations.Count(operation => operation.Outcome == outcome);
        int Were(Wrong wrong) => violations.Count(violation => violation.Wrong == wrong);
        int[] counts =
        [
            tried.Calls, Came(CallerKnowledge.Recorded), Came(CallerKnowledge.NotRecorded), Came(CallerKnowledge.Unknown), Came(CallerKnowledge.Left),
            Were(Wrong.Lost), Were(Wrong.Doubled), Were(Wrong.Different) + Were(Wrong.Denied) + Were(Wrong.Unasked),
        ];
        TimeSpan[] waits = [tried.Waits.Webhook, tried.Waits.Silence, tried.Waits.Lateness];
        text.Append($"{fault,-42}{string.Concat(counts.Select(count => $"{count,14}"))}{string.Concat(waits.Select(wait => $"{wait.TotalSeconds,12:0.0} s"))}\n");
    }
}
