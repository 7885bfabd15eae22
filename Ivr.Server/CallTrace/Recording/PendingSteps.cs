using System.Threading.Channels;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Queue of steps to be written. A full queue drops further steps: the script has a gap, but a call never waits.</summary>
internal sealed class PendingSteps
{
    private const int MaxSteps = 10_000;

    private readonly Channel<RecordedStep> _steps = Channel.CreateBounded<RecordedStep>(new BoundedChannelOptions(MaxSteps) { SingleReader = true });

    /// <summary>Adds a step; does nothing for null.</summary>
    public void Add(RecordedStep? step)
    {
        if (step is not null)
            _steps.Writer.TryWrite(step);
    }

    /// <summary>Closes the queue: no more steps are added.</summary>
    public void Complete() => _steps.Writer.TryComplete();

    /// <summary>All steps, until the queue is closed and empty.</summary>
    public IAsyncEnumerable<RecordedStep> ReadAllAsync() => _steps.Reader.ReadAllAsync();
}
