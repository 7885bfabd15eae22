using System.Diagnostics;
using System.Globalization;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>
/// Nothing is lost and nothing is duplicated: calls continue while everything that they depend on fails, one thing after another.
/// </summary>
[Trait("Category", "Faults")]
public sealed class FaultTests(FilledPostgres postgres, ITestOutputHelper output)
{
    /// <summary>Environment variable: the minimum duration in minutes. Each fault is tried at least once.</summary>
    public const string MinutesVariable = "IVR_FAULT_MINUTES";

    // The server responds within 5 seconds and gives the database at most 4.5 of them. A lost webhook adds no time here, because a stopped
    // server refuses connections immediately.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_a_caller_heard_recorded_is_on_record_exactly_once_whatever_fails()
    {
        await using var bed = await FaultBed.StartAsync(postgres);
        var table = new FaultTable();
        var silences = new List<string>();
        // The test runner hides the output of a test that passes. With the variable set, the output goes to the console.
        var isAsked = double.TryParse(Environment.GetEnvironmentVariable(MinutesVariable), CultureInfo.InvariantCulture, out var minutes);
        Action<string> say = isAsked ? Console.WriteLine : output.WriteLine;
        var watch = Stopwatch.StartNew();
        do
        {
            foreach (var fault in AllFaults.InOrder)
            {
                var tried = await bed.TryAsync(fault);
                say($"{watch.Elapsed:mm\\:ss} {fault.Name}: {tried.Calls} calls");
                table.Add(fault.Name, tried);
                if (tried.Waits.Silence > Metronome.Allow(MaxSilence, tried.Waits.Lateness))
                    silences.Add($"{fault.Name}: {tried.Waits}");
            }
        }
        while (watch.Elapsed.TotalMinutes < minutes);

        await bed.Servers.LoadedAsync();
        await bed.Servers.StopAsync();
        var violations = await bed.CheckAsync();
        var operations = bed.History.Operations();
        say(table.Print(operations, violations));
        if (violations.Count > 0)
            Assert.Fail(await TellAsync(bed.History, violations));
        Assert.Empty(silences);
        foreach (var fault in AllFaults.InOrder)
            Assert.Contains(operations, operation => operation.Fault == fault.Name && operation.Outcome == CallerKnowledge.Recorded);
        Assert.Contains(operations, operation => operation.Outcome == CallerKnowledge.Left);
        Assert.Empty(await bed.FindPasswordsAsync());
    }

    private static async Task<string> TellAsync(OperationHistory history, IReadOnlyList<Violation> violations)
    {
        const int most = 20;
        var file = Path.Combine(Directory.CreateTempSubdirectory("ivr-faults-").FullName, "history.jsonl");
        await history.WriteAsync(file);
        return $"{violations.Count} wrong; the history is in {file}\n{string.Join('\n', violations.Take(most))}";
    }
}
