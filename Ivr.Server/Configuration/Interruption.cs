using System.Runtime.InteropServices;

namespace Ivr.Server.Configuration;

/// <summary>
/// Handles SIGINT (Ctrl-C) and SIGTERM while the server starts and while a purge runs. The current step finishes first, so that no process
/// (such as PostgreSQL) stays behind.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _isRequested;

    /// <summary>Registers the signal handlers. After its start, the web host handles the same signals too.</summary>
    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Note),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note),
    ];

    /// <summary>True after SIGINT or SIGTERM.</summary>
    public bool IsRequested => _isRequested;

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
