using System.CommandLine.Parsing;
using System.ComponentModel;
using System.Diagnostics;

namespace Ivr.Caller.Replay.Importing;

/// <summary>Runs the server's own import as a program: <c>COMMAND companies|workers|clients FILE.csv</c>. It uses no shell.</summary>
internal sealed class Importer(string command, string directory)
{
    private readonly string[] _words = [.. CommandLineParser.SplitCommandLine(command)];

    /// <exception cref="UsageException">The program does not exist, or it failed.</exception>
    public async Task ImportAsync(People people, CancellationToken cancellationToken)
    {
        using var files = new ImportFiles();
        foreach (var (table, path) in await files.WriteAsync(people))
            await RunAsync([.. _words[1..], table, path], cancellationToken);
    }

    private async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_words[0], arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var program = Process.Start(start)!;
            program.StandardInput.Close();
            var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(cancellationToken), program.StandardError.ReadToEndAsync(cancellationToken));
            try
            {
                await program.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                program.Kill(entireProcessTree: true);
                throw;
            }

            if (program.ExitCode != 0)
                throw new UsageException($"The import ended with {program.ExitCode}, and nothing was dialled:\n{string.Concat(await said).Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"The import cannot be run: {missing.Message}");
        }
    }
}
