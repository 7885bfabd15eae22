using System.Diagnostics;
using System.Globalization;
using Ivr.Bench.HighAvailability;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.HighAvailability;

/// <summary>
/// Nothing is lost and nothing is duplicated on a cluster of PostgreSQL under Patroni, with HAProxy and PgBouncer in front, while its parts
/// fail, one after another.
/// </summary>
[Collection<RunsAlone>]
[Trait("Category", "Cluster")]
public sealed class ClusterTests(ITestOutputHelper output)
{
    /// <summary>Environment variable: the minimum duration in minutes. Each fault is tried at least once; with 0, only the quick ones.</summary>
    public const string MinutesVariable = "IVR_CLUSTER_MINUTES";

    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(5);

    public static bool IsAsked => Minutes is not null;

    private static double? Minutes =>
        double.TryParse(Environment.GetEnvironmentVariable(MinutesVariable), CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    [Fact(Skip = "./test --cluster MINUTES runs it.", SkipUnless = nameof(IsAsked))]
    public async Task What_a_caller_heard_recorded_is_on_record_exactly_once_whatever_fails_in_the_cluster()
    {
        var reason = await PatroniCluster.WhyNotAsync();
        Assert.SkipWhen(reason is not null, reason ?? "");
        await using var bed = await ClusterBed.StartAsync();
        try
        {
            await TryAllAsync(bed);
        }
        catch
        {
            output.WriteLine($"The logs of the cluster are in {bed.Cluster.Network.KeepLogs()}");
            throw;
        }
    }

    private static async Task TryAllAsync(ClusterBed bed)
    {
        var table = new ClusterTable();
        var silences = new List<string>();
        // Not the output of the test: the runner hides it when the test passes.
        Action<string> say = Console.WriteLine;
        var watch = Stopwatch.StartNew();
        foreach (var fault in Faults(watch))
        {
            var tried = await bed.TryAsync(fault);
            say($"{watch.Elapsed:mm\\:ss} {fault.Name}: {tried.Calls} calls, nobody could record for {tried.Unable.TotalSeconds:0.0} s");
            table.Add(tried);
            if (tried.Waits.Silence > Metronome.Allow(MaxSilence, tried.Waits.Lateness))
                silences.Add($"{fault.Name}: {tried.Waits}");
        }

        var violations = await bed.CheckAsync();
        var operations = bed.History.Operations();
        say(table.Print(operations, violations));
        Assert.Empty(violations);
        Assert.Empty(silences);
        Assert.All(operations.GroupBy(operation => operation.Fault), fault => Assert.Contains(fault, operation => operation.Outcome == CallerKnowledge.Recorded));
        Assert.Contains(operations, operation => operation.Outcome == CallerKnowledge.Left);
    }

    // All faults once, and again until the time is over.
    private static IEnumerable<ClusterFault> Faults(Stopwatch watch)
    {
        if (Minutes is not (> 0 and var minutes))
            return ClusterFaults.InOrder.Where(fault => fault.IsQuick);
        var again = Enumerable.Repeat(ClusterFaults.InOrder, int.MaxValue).SelectMany(faults => faults).TakeWhile(_ => watch.Elapsed.TotalMinutes < minutes);
        return ClusterFaults.InOrder.Concat(again);
    }
}
