using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ivr.Tests.Emergency;

/// <summary>A file in memory that may grow but not shrink (memfd_create(2), F_SEAL_SHRINK).</summary>
internal sealed class Unshrinkable : IDisposable
{
    private const uint AllowSealing = 2;
    private const int AddSeals = 1033;
    private const int Shrink = 2;

    private readonly SafeFileHandle _handle;

    private Unshrinkable(SafeFileHandle handle) => _handle = handle;

    /// <summary>The path with which it can be opened.</summary>
    public string Path => $"/proc/{Environment.ProcessId}/fd/{_handle.DangerousGetHandle()}";

    /// <summary>Makes a copy of a file.</summary>
    public static Unshrinkable CopyOf(string file)
    {
        var copy = new Unshrinkable(new(memfd_create("journal\0"u8.ToArray(), AllowSealing), ownsHandle: true));
        File.WriteAllBytes(copy.Path, File.ReadAllBytes(file));
        Assert.Equal(0, fcntl((int)copy._handle.DangerousGetHandle(), AddSeals, Shrink));
        return copy;
    }

    public void Dispose() => _handle.Dispose();

#pragma warning disable CA5392, SYSLIB1054, IDE1006, SA1300 // Functions of the C library keep their own names.
    [DllImport("libc", SetLastError = true)]
    private static extern int memfd_create(byte[] name, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int file, int command, int argument);
#pragma warning restore CA5392, SYSLIB1054, IDE1006, SA1300
}
