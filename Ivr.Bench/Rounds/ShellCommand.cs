using System.ComponentModel;
using System.Diagnostics;

namespace Ivr.Bench.Rounds;

/// <summary>Runs other programs to their end.</summary>
internal static class ShellCommand
{
    /// <summary>Runs a program. A cancellation kills it.</summary>
    /// <returns>The exit code, and everything that the program printed.</returns>
    /// <exception cref="BenchException">The program does not exist.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        using var process = Start(program, args);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs a program that must succeed, and returns what it printed.</summary>
    /// <exception cref="BenchException">The program failed, and the message is what it printed; or it does not exist.</exception>
    public static async Task<string> MustAsync(string program, IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(program, args, cancellationToken);
        return exitCode == 0 ? output : throw new BenchException($"{program} {args[0]} failed ({exitCode}):\n{output}");
    }

    private static Process Start(string program, IReadOnlyList<string> args)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new BenchException($"{program} cannot be started: {missing.Message}");
        }
    }
}
