using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>
/// The server's program as a separate process. It has only the configuration that the test gives, and its journal is in its working
/// directory.
/// </summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Ours =
    [
        "ASPNETCORE_", "DOTNET_ENVIRONMENT", "ConnectionStrings_", "Twilio_", "Passwords_", "Lines_", "Voices_", "LookUps_", "Recording_",
        "Emergency_", "HelpDesk_", "Retention_", "Secured_", "Shutdown_", "Trace_", "Node_", "NOTIFY_SOCKET", "OTEL_", "Urls",
    ];

    private readonly Process _process;
    private readonly string? _logFile;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ServerProgram(Process process, string? logFile = null)
    {
        _process = process;
        _logFile = logFile;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The standard output so far. Of a program started with <see cref="StartLogging"/>, also the standard error.</summary>
    public string Output => _logFile is null ? string.Join('\n', _output) : File.Exists(_logFile) ? File.ReadAllText(_logFile) : "";

    /// <summary>The lines of standard error.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>
    /// Starts the server. <paramref name="folder"/> is its working directory, <paramref name="environment"/> is <c>Development</c> or
    /// <c>Production</c>, and <paramref name="args"/> are command and configuration.
    /// </summary>
    public static ServerProgram Start(string folder, string environment, params string[] args) => Start(folder, environment, new Dictionary<string, string>(), args);

    /// <summary>Starts the server with all its output in the file <paramref name="logFile"/>, for output of any size.</summary>
    public static ServerProgram StartLogging(string folder, string environment, string logFile, params string[] args)
    {
        var start = Clean("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", logFile, "dotnet", Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"), .. args], folder);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return new(Process.Start(start)!, logFile);
    }

    /// <summary>Starts Ivr.Caller instead of the server. <paramref name="folder"/> is its working directory.</summary>
    public static ServerProgram StartCaller(string folder, params string[] args) =>
        new(Process.Start(Clean("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ivr.Caller.dll"), .. args], folder))!);

    /// <summary>Starts a script that starts the server. Both are in a separate process group, as in a terminal.</summary>
    public static ServerProgram StartGroup(string script, params string[] args) =>
        new(Process.Start(Clean("setsid", [script, .. args], Path.GetDirectoryName(script)!))!);

    /// <summary>
    /// Starts the published server in the folder that it was published to. If the test runs as root, the server runs as the owner of the
    /// file <paramref name="asOwnerOf"/>.
    /// </summary>
    public static ServerProgram StartPublished(string folder, string asOwnerOf, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        const string asUser = "[ \"$(id -u)\" != 0 ] || as=\"setpriv --reuid $(stat -c %u \"$0\") --regid $(stat -c %g \"$0\") --clear-groups\"; exec ${as:-} dotnet \"$@\"";
        var start = Clean("/bin/sh", ["-c", asUser, asOwnerOf, Path.Combine(folder, "Ivr.Server.dll"), .. args], folder);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Starts the server with additional environment variables.</summary>
    public static ServerProgram Start(string folder, string environment, IReadOnlyDictionary<string, string> variables, string[] args)
    {
        // The server refuses in production the few rounds with which the tests' passwords are hashed.
        if (args.Contains($"--Passwords:Iterations={TestCluster.Iterations}"))
            args = [.. args, TestCluster.NotInProduction];
        var start = Clean("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"), .. args], folder);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Emergency__JournalFolder"] = Path.Combine(folder, "journal");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs the server until it ends.</summary>
    public static Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(
        string folder, string environment, params string[] args) => RunAsync(folder, environment, new Dictionary<string, string>(), args);

    /// <summary>Runs the server with additional environment variables until it ends.</summary>
    public static async Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(
        string folder, string environment, IReadOnlyDictionary<string, string> variables, string[] args)
    {
        await using var program = Start(folder, environment, variables, args);
        return (await program.EndsAsync(), program.Output, program.Errors);
    }

    /// <summary>Waits until the output contains <paramref name="fragment"/>.</summary>
    public async Task SaysAsync(string fragment)
    {
        var isEnded = false;
        for (var watch = Stopwatch.StartNew(); !Output.Contains(fragment, StringComparison.Ordinal);)
        {
            Assert.False(isEnded || watch.Elapsed > Patience, $"\"{fragment}\" was not printed.\n{Output}\n{string.Join('\n', Errors)}");
            if (_process.HasExited)
            {
                // The last output of the process may not have arrived yet.
                await EndsAsync();
                isEnded = true;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Sends SIGINT, as Ctrl-C does, waits for the end, and returns the exit code.</summary>
    public Task<int> InterruptAsync() => SignalAsync("INT", $"{_process.Id}");

    /// <summary>Sends SIGTERM, as systemd and container runtimes do, waits for the end, and returns the exit code.</summary>
    public Task<int> TerminateAsync() => SignalAsync("TERM", $"{_process.Id}");

    /// <summary>
    /// Sends SIGINT to the whole process group, as Ctrl-C in a terminal does, waits for the end, and returns the exit code.
    /// </summary>
    public Task<int> InterruptGroupAsync() => SignalAsync("INT", $"-{_process.Id}");

    /// <summary>Kills the process, as a crash does.</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await EndsAsync();
    }

    /// <summary>Stops the process with SIGSTOP for <paramref name="time"/>, like a machine that is short of processors.</summary>
    public async Task StandStillAsync(TimeSpan time)
    {
        await KillAsync("STOP", $"{_process.Id}");
        await Task.Delay(time);
        await KillAsync("CONT", $"{_process.Id}");
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public Task<int> EndedAsync() => EndsAsync();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
                await InterruptAsync();
        }
        catch (OperationCanceledException)
        {
            // No process may continue in a folder that is about to be deleted.
            _process.Kill(entireProcessTree: true);
            await EndsAsync();
            throw;
        }
        finally
        {
            _process.Dispose();
        }
    }

    private static ProcessStartInfo Clean(string program, IEnumerable<string> args, string folder)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Ours.Any(name.StartsWith)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static async Task KillAsync(string signal, string whom)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {whom}"]);
        await kill.WaitForExitAsync();
    }

    private async Task<int> SignalAsync(string signal, string whom)
    {
        await KillAsync(signal, whom);
        return await EndsAsync();
    }

    private async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
