using System.Runtime.InteropServices;

namespace Ivr.Server.Configuration;

/// <summary>Ctrl-C while the server is still starting: the step at hand is finished, so that nothing is left running behind it.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _isRequested;

    /// <summary>Listens from now on. Once the web host has started, it listens too.</summary>
    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Note),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note),
    ];

    /// <summary>True when somebody wants the server to stop.</summary>
    public bool IsRequested => _isRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
    }

    private void Note(PosixSignalContext context)
    {
        context.Cancel = true;
        _isRequested = true;
    }
}
