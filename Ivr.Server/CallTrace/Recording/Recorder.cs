
namespace Ivr.Server.CallTrace.Recording;

/// <summary>Writes the steps one after another, in the background.</summary>
internal sealed class Recorder(PendingSteps pending, CallFolder folder, ILogger<Recorder> log) : BackgroundService
{
    private bool _works = true;

    /// <summary>Writes the pending steps.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        pending.Complete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var step in pending.ReadAllAsync())
            await WriteAsync(step);
    }

    // Logs the first failure, and once more when writing works again: a full disk must not fill the log too.
    private async Task WriteAsync(RecordedStep step)
    {
        try
        {
            await folder.AddAsync(step);
            if (!_works)
                log.LogInformation("Call scripts are written to {Folder} again", folder.Path);
            _works = true;
        }
#pragma warning disable CA1031 // No exception may end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (_works)
                log.LogError(e, "Call scripts cannot be written to {Folder}; calls go on", folder.Path);
            _works = false;
        }
    }
}
