using System.Text;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.History;

namespace Ivr.Tests.HighAvailability;

/// <summary>What callers experienced while a fault was tried once. <c>Unable</c> is the longest time in which nobody could record.</summary>
internal sealed record TriedFault(string Name, int Calls, Waits Waits, TimeSpan Unable);

/// <summary>Counts the outcomes of the calls under each fault, as Markdown.</summary>
internal sealed class ClusterTable
{
    private const string Head = """
        | fault | calls | recorded | left | unknown | lost | doubled | wrong | nobody could record for | longest silence |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        """;

    private readonly List<TriedFault> _tried = [];

    /// <summary>The number of calls so far.</summary>
    public int Calls => _tried.Sum(tried => tried.Calls);

    public void Add(TriedFault tried) => _tried.Add(tried);

    public string Print(IReadOnlyList<Operation> operations, IReadOnlyList<Violation> violations)
    {
        var text = new StringBuilder(Head).AppendLine();
        foreach (var fault in _tried.GroupBy(tried => tried.Name))
        {
            Line(
                text, fault.Key, [.. fault],
                [.. operations.Where(operation => operation.Fault == fault.Key)],
                [.. violations.Where(violation => violation.Operation?.Fault == fault.Key)]);
        }

        Line(text, "all", _tried, operations, violations);
        return text.ToString();
    }

    private static void Line(
        StringBuilder text, string name, IReadOnlyList<TriedFault> tried, IReadOnlyList<Operation> operations, IReadOnlyList<Violation> violations)
    {
        int Came(CallerKnowledge outcome) => operations.Count(operation => operation.Outcome == outcome);
        int Were(Wrong wrong) => violations.Count(violation => violation.Wrong == wrong);
        var (lost, doubled) = (Were(Wrong.Lost), Were(Wrong.Doubled));
        text.AppendLine(
            $"| {name} | {tried.Sum(one => one.Calls)} | {Came(CallerKnowledge.Recorded)} | {Came(CallerKnowledge.Left)} | {Came(CallerKnowledge.Unknown)} "
            + $"| {lost} | {doubled} | {violations.Count - lost - doubled + Came(CallerKnowledge.NotRecorded)} "
            + $"| {tried.Max(one => one.Unable).TotalSeconds:0.0} s | {tried.Max(one => one.Waits.Silence).TotalSeconds:0.0} s |");
    }
}
