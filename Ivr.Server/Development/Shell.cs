using System.Diagnostics;

namespace Ivr.Server.Development;

/// <summary>Runs other programs.</summary>
internal static class Shell
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and what it printed, both streams together.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            // A user that programs are run as may not be let into the folder that we stand in.
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

    /// <summary>Runs a program that must succeed.</summary>
    /// <exception cref="EmbeddedPostgresException">It failed; the message says what it printed.</exception>
    public static async Task<string> MustAsync(string program, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await RunAsync(program, arguments);
        return exitCode == 0
            ? output
            : throw new EmbeddedPostgresException($"{Path.GetFileName(program)} failed ({exitCode}): {output}");
    }
}

/// <summary>The embedded PostgreSQL cannot be had; the message says why, in one line, and what to do.</summary>
internal sealed class EmbeddedPostgresException(string message) : Exception(message);
