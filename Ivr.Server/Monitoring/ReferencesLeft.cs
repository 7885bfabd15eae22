using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dapper;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Watches how many references are left for entries: without a reference no entry can be recorded. It warns early, in the log and in the
/// body of the readiness response, because other systems need months to accept longer references.
/// </summary>
internal sealed class ReferencesLeft : BackgroundService, IHealthCheck
{
    /// <summary>With this number left, the warnings begin. At 45 million entries a year, it lasts for more than five months.</summary>
    public const long Few = 20_000_000;

    private const string Sql = """
        select seqmax - coalesce(pg_sequence_last_value(seqrelid), seqmin - 1) from pg_sequence where seqrelid = 'reference_number'::regclass
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WarnEvery = TimeSpan.FromDays(1);

    private readonly BackgroundDataSource _source;
    private readonly ILogger<ReferencesLeft> _log;
    private long? _left;
    private long? _warned;

    public ReferencesLeft(BackgroundDataSource source, IMeterFactory meters, ILogger<ReferencesLeft> log)
    {
        (_source, _log) = (source, log);
        // No measurement until the number is known.
        meters.CreateServerMeter().CreateObservableGauge(
            "ivr.references.left", Measure, "{reference}", "References that are left for entries.");
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Without references, each check looks whether there are new ones.
        if (_left == 0)
            await LookAsync();
        return _left switch
        {
            0 => HealthCheckResult.Unhealthy("No references are left: no entry can be recorded."),
            < Few => HealthCheckResult.Healthy("Few references are left: prepare longer ones."),
            _ => HealthCheckResult.Healthy(),
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
            await LookAsync();
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<long>> Measure() => _left is { } left ? [new(left)] : [];

    private async Task LookAsync()
    {
        try
        {
            _left = await _source.RunAsync(connection => connection.QuerySingleOrDefaultAsync<long?>(Sql));
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            // Other components log that the database is not available.
            _log.LogDebug(e, "The number of references that are left is not known");
            return;
        }

        if (_left < Few && (_warned is null || Stopwatch.GetElapsedTime(_warned.Value) >= WarnEvery))
        {
            _warned = Stopwatch.GetTimestamp();
            _log.LogWarning("{Left} references are left for entries: prepare longer ones", _left);
        }
    }
}
