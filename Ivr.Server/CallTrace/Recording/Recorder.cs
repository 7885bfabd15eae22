
namespace Ivr.Server.CallTrace.Recording;

/// <summary>Writes the steps down, one after another, beside the calls.</summary>
internal sealed class Recorder(PendingSteps pending, CallFolder folder, ILogger<Recorder> log) : BackgroundService
{
    private bool _works = true;

    /// <summary>Writes down what still waits.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        pending.Complete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var step in pending.ReadAllAsync())
            await WriteAsync(step);
    }

    // Told once, and once more when it works again: a full disk is no reason to fill the log too.
    private async Task WriteAsync(RecordedStep step)
    {
        try
        {
            await folder.AddAsync(step);
            if (!_works)
                log.LogInformation("Call scripts are written to {Folder} again", folder.Path);
            _works = true;
        }
#pragma warning disable CA1031 // Whatever it is, it must not end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (_works)
                log.LogError(e, "Call scripts cannot be written to {Folder}; calls go on", folder.Path);
            _works = false;
        }
    }
}
