using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Steps;

/// <summary>
/// Measures the steps of a webhook with BenchmarkDotNet, in this process. A process that BenchmarkDotNet builds itself would not contain
/// this build.
/// </summary>
internal static class StepsRun
{
    private static readonly Type[] All = [typeof(StepBenchmarks), typeof(WebhookBenchmarks), typeof(HashBenchmarks)];

    /// <summary>
    /// Measures all steps, with few repetitions when <paramref name="isShort"/> is true. The server's key ring is in
    /// <paramref name="cluster"/>. A cancellation takes effect between two benchmark classes.
    /// </summary>
    public static async Task<IReadOnlyList<MeasuredStep>> RunAsync(BenchCluster cluster, bool isShort, Action<string> say, CancellationToken cancellationToken)
    {
        var job = (isShort ? Job.ShortRun : Job.Default.WithWarmupCount(5).WithIterationCount(15)).WithToolchain(InProcessEmitToolchain.Instance);
        return await RunAsync(cluster, job, say, cancellationToken);
    }

    /// <summary>Runs each step once, to check that it works.</summary>
    public static Task<IReadOnlyList<MeasuredStep>> TryAsync(BenchCluster cluster, CancellationToken cancellationToken) =>
        RunAsync(cluster, Job.Dry.WithToolchain(InProcessEmitToolchain.Instance), _ => { }, cancellationToken);

    private static async Task<IReadOnlyList<MeasuredStep>> RunAsync(BenchCluster cluster, Job job, Action<string> say, CancellationToken cancellationToken)
    {
        await using var server = await HostedServer.StartAsync(cluster);
        var artifacts = Directory.CreateTempSubdirectory("ivr-bench-").FullName;
        try
        {
            var config = ManualConfig.CreateEmpty()
                .AddJob(job)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithOptions(ConfigOptions.DisableOptimizationsValidator)
                .WithArtifactsPath(artifacts);
            List<MeasuredStep> steps = [];
            foreach (var type in All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                say($"Measuring {type.Name} ...");
                steps.AddRange(Read(await Task.Run(() => BenchmarkRunner.Run(type, config), CancellationToken.None)));
            }

            return steps;
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private static IEnumerable<MeasuredStep> Read(Summary summary) => summary.Reports.Select(report =>
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        return report.ResultStatistics is { } statistics
            ? new MeasuredStep(
                name, statistics.Median, statistics.StandardDeviation, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)
            : throw new BenchException($"{name} could not be measured.");
    });
}

/// <summary>The figures of a step.</summary>
/// <param name="Name">What the step does.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Deviation">The standard deviation, in nanoseconds.</param>
/// <param name="Bytes">The memory that is allocated each time.</param>
internal sealed record MeasuredStep(string Name, double Nanoseconds, double Deviation, long Bytes);
