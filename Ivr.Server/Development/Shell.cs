using System.Diagnostics;

namespace Ivr.Server.Development;

/// <summary>Runs other programs.</summary>
internal static class Shell
{
    /// <summary>Runs a program to its end. Returns its exit code and its output: standard output, then standard error.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            // The program may run as a user who cannot access our current directory.
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"{program} does not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await errors).Trim());
    }

    /// <summary>Runs a program and returns its output. Throws when its exit code is not 0.</summary>
    /// <exception cref="EmbeddedPostgresException">The program failed; the message contains its output.</exception>
    public static async Task<string> MustAsync(string program, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await RunAsync(program, arguments);
        return exitCode == 0
            ? output
            : throw new EmbeddedPostgresException($"{Path.GetFileName(program)} failed ({exitCode}): {output}");
    }
}

/// <summary>The embedded PostgreSQL is not available. The message says in one line why, and what the user can do.</summary>
internal sealed class EmbeddedPostgresException(string message) : Exception(message);
