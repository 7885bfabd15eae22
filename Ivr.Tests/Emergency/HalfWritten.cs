using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ivr.Tests.Emergency;

/// <summary>
/// Limits the size of all files of this process. A write beyond the limit is done up to the limit, and the rest fails, as on a disk that
/// becomes full during the write.
/// </summary>
internal sealed class HalfWritten : IAsyncDisposable
{
    // SIGXFSZ (file size limit exceeded) on Linux. Without a handler it ends the process.
    private const PosixSignal Exceeded = (PosixSignal)25;

    private readonly PosixSignalRegistration _listening = PosixSignalRegistration.Create(Exceeded, signal => signal.Cancel = true);

    private HalfWritten()
    {
    }

    /// <summary>Sets the limit in bytes until the object is disposed.</summary>
    public static async Task<HalfWritten> BeyondAsync(long size)
    {
        var limit = new HalfWritten();
        await LimitAsync(size.ToString(CultureInfo.InvariantCulture));
        return limit;
    }

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
