using System.Diagnostics;
using Ivr.Server.Development;

namespace Ivr.Tests.Host;

/// <summary>Another program that ends with this process, even when this process is killed.</summary>
internal sealed class BoundProgram : IAsyncDisposable
{
    // The input of the shell ends with this process.
    private const string Script = "log=$1; shift; \"$@\" >\"$log\" 2>&1 & read -r _; kill $!; wait";

    private readonly Process _process;

    private BoundProgram(Process process) => _process = process;

    /// <summary>Starts a program with its output in the file <paramref name="log"/>.</summary>
    public static BoundProgram Start(string log, params IEnumerable<string> command) => Run("sh", ["-c", Script, "sh", log, .. command]);

    /// <summary>Same as the user postgres, if this process is root: for programs that refuse to run as root.</summary>
    public static async Task<BoundProgram> StartUnprivilegedAsync(string log, params IReadOnlyList<string> command)
    {
        if (!Environment.IsPrivilegedProcess)
            return Start(log, command);
        var group = await Shell.MustAsync("id", "-g", "postgres");
        return Run("setpriv", ["--reuid=postgres", $"--regid={group}", "--clear-groups", "sh", "-c", Script, "sh", log, .. command]);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static BoundProgram Run(string program, IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true })!);
}
