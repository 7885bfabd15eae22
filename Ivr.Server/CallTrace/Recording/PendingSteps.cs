using System.Threading.Channels;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Steps that wait to be written down. When there are too many, further ones are let go: a script has a gap, a call never waits.</summary>
internal sealed class PendingSteps
{
    private const int MaxSteps = 10_000;

    private readonly Channel<RecordedStep> _steps = Channel.CreateBounded<RecordedStep>(new BoundedChannelOptions(MaxSteps) { SingleReader = true });

    /// <summary>Adds a step; null is none.</summary>
    public void Add(RecordedStep? step)
    {
        if (step is not null)
            _steps.Writer.TryWrite(step);
    }

    /// <summary>No more will come.</summary>
    public void Complete() => _steps.Writer.TryComplete();

    /// <summary>All steps, until no more will come.</summary>
    public IAsyncEnumerable<RecordedStep> ReadAllAsync() => _steps.Reader.ReadAllAsync();
}
