using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ivr.Tests.Emergency;

/// <summary>
/// No file of this process may grow beyond a size: a write that would is done up to there, and the rest fails, as on a disk that gets
/// full in the middle of it.
/// </summary>
internal sealed class HalfWritten : IAsyncDisposable
{
    // File size limit exceeded, on Linux. Unless somebody listens, it ends the process.
    private const PosixSignal Exceeded = (PosixSignal)25;

    private readonly PosixSignalRegistration _listening = PosixSignalRegistration.Create(Exceeded, signal => signal.Cancel = true);

    private HalfWritten()
    {
    }

    /// <summary>Sets the limit, until disposed of.</summary>
    public static async Task<HalfWritten> BeyondAsync(long size)
    {
        var limit = new HalfWritten();
        await LimitAsync(size.ToString(CultureInfo.InvariantCulture));
        return limit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LimitAsync("unlimited");
        _listening.Dispose();
    }

    private static async Task LimitAsync(string size)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", $"--fsize={size}:"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }
}
