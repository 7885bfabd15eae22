using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Ivr.Bench.HighAvailability;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Cluster;

/// <summary>
/// Measures on a high-availability cluster: calls on one voice server and on three, what the pages cost PostgreSQL, and calls while many
/// users read a long history, with and without a read replica.
/// </summary>
internal sealed class ClusterRun(ClusterSettings settings, Action<string> say)
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    /// <exception cref="BenchException">A part does not start or answer, or the leader changed meanwhile.</exception>
    public async Task<ClusterResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await PatroniCluster.WhyNotAsync() is { } reason)
            throw new BenchException(reason);
        var folder = Directory.CreateTempSubdirectory("ivr-bench-");
        try
        {
            // PostgreSQL's user passes through it.
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            await using var measured = await MeasuredCluster.StartAsync(settings, folder, say, cancellationToken);
            return await MeasureAsync(measured, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ClusterResult> MeasureAsync(MeasuredCluster measured, CancellationToken cancellationToken)
    {
        var leader = await measured.Cluster.LeaderAsync();
        var meter = await ClusterMeter.CreateAsync(measured.Cluster, measured.Fronts, measured.Sites);
        var turns = new ClusterTurns(settings, measured.Cluster, measured.Loader, meter, say);
        say("Warming the servers up ...");
        await turns.WarmUpAsync(measured.ToThree, 3 * settings.WarmUpCalls, cancellationToken);
        await turns.WarmUpAsync(measured.ToReplica, settings.WarmUpCalls, cancellationToken);

        using var three = await MeasuredCluster.SignInAsync(measured.ToThree, cancellationToken);
        using var one = await MeasuredCluster.SignInAsync(measured.ToOne, cancellationToken);
        using var replica = await MeasuredCluster.SignInAsync(measured.ToReplica, cancellationToken);
        var growth = await turns.RunAsync(Growth(measured, three), cancellationToken);
        say("Reading pages ...");
        var (_, idle) = await meter.WhileAsync(async () =>
        {
            await Task.Delay(IdleTime, cancellationToken);
            return true;
        });
        idle = idle.Each(IdleTime.TotalSeconds);
        List<PageCost> pages = [];
        foreach (var (name, path) in Pages)
            pages.Add(await CostAsync(name, path, one, replica, meter, idle, cancellationToken));
        var history = await WithCoresOfItsOwnAsync(measured, () => turns.RunAsync(History(measured, one, replica), cancellationToken));
        return await measured.Cluster.LeaderAsync() == leader
            ? new(growth, history, pages, idle, HashAlone())
            : throw new BenchException("Another PostgreSQL leads than before: the machine was too busy to measure.");
    }

    private ClusterLoad[] Growth(MeasuredCluster measured, PageReader three) =>
    [
        new(Invariant($"one server, {settings.Rate} new calls a second"), measured.ToOne, settings.Steady),
        new(Invariant($"three servers, {settings.Rate} new calls a second"), measured.ToThree, settings.Steady),
        new(Invariant($"three servers, the same, {settings.LivePages} live pages"), measured.ToThree, settings.Steady)
        {
            Meanwhile = async over =>
            {
                await three.WatchAsync(settings.LivePages, over);
                return null;
            },
        },
        new(Invariant($"one server, {ClusterSettings.Callers} calls at once"), measured.ToOne, settings.Most),
        new(Invariant($"three servers, {ClusterSettings.Callers} calls at once"), measured.ToThree, settings.Most),
    ];

    private ClusterLoad[] History(MeasuredCluster measured, PageReader one, PageReader replica) =>
    [
        new("no pages", measured.ToOne, settings.Steady),
        new(Invariant($"{settings.Readers} pages, without a read replica"), measured.ToOne, settings.Steady)
        {
            Meanwhile = async over => await one.ReadAllTheTimeAsync(WholeHistory, settings.Readers, over),
        },
        new(Invariant($"{settings.Readers} pages, with a read replica"), measured.ToReplica, settings.Steady)
        {
            Meanwhile = async over => await replica.ReadAllTheTimeAsync(WholeHistory, settings.Readers, over),
        },
    ];

    private static (string Name, string Path)[] Pages =>
    [
        ("today", "/company"),
        ("history, the last 30 days", "/company/history"),
        ("history, three years", WholeHistory),
        ("export of a month", $"/company/export.csv?from={Day(-30)}&to={Day(-1)}"),
    ];

    private static string WholeHistory => $"/company/history?from={Day(-3 * 366)}&to={Day(0)}";

    private async Task<PageCost> CostAsync(
        string name, string path, PageReader one, PageReader replica, ClusterMeter meter, ClusterCost idle, CancellationToken cancellationToken)
    {
        var (milliseconds, onPrimary) = await CostAsync(path, one, meter, idle, cancellationToken);
        var (_, onReplica) = await CostAsync(path, replica, meter, idle, cancellationToken);
        return new(name, milliseconds, onPrimary, onReplica);
    }

    private async Task<(double Milliseconds, ClusterCost Cost)> CostAsync(
        string path, PageReader reader, ClusterMeter meter, ClusterCost idle, CancellationToken cancellationToken)
    {
        // The first one compiles code and opens connections.
        await reader.ReadAsync(path, cancellationToken);
        var ((took, isAnswered), cost) = await meter.WhileAsync(async () =>
        {
            var (watch, refused) = (Stopwatch.StartNew(), 0);
            for (var page = 0; page < settings.Pages; page++)
                refused += await reader.ReadAsync(path, cancellationToken) ? 0 : 1;
            return (watch.Elapsed, refused == 0);
        });
        return (isAnswered ? took.TotalMilliseconds / settings.Pages : double.NaN, cost.Without(idle, took).Each(settings.Pages));
    }

    private static async Task<T> WithCoresOfItsOwnAsync<T>(MeasuredCluster measured, Func<Task<T>> doing)
    {
        await measured.ShareCoresAsync();
        try
        {
            return await doing();
        }
        finally
        {
            await Cores.KeepAsync([Environment.ProcessId], Cores.All);
        }
    }

    private static double HashAlone()
    {
        const int iterations = 100_000;
        const int times = 10;
        var before = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++)
            Rfc2898DeriveBytes.Pbkdf2("12345"u8, RandomNumberGenerator.GetBytes(16), iterations, HashAlgorithmName.SHA512, 32);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
