using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>
/// The server's program, run as a process of its own, with no configuration but what the test gives, and a journal in the folder it
/// stands in.
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

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>What it printed.</summary>
    public string Output => _logFile is null ? string.Join('\n', _output) : File.Exists(_logFile) ? File.ReadAllText(_logFile) : "";

    /// <summary>What it complained about, line by line.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where its user stands.</param>
    /// <param name="environment"><c>Development</c> or <c>Production</c>.</param>
    /// <param name="args">Command and configuration.</param>
    public static ServerProgram Start(string folder, string environment, params string[] args) => Start(folder, environment, new Dictionary<string, string>(), args);

    /// <summary>Starts it with all that it prints in a file, however much that is.</summary>
    /// <param name="folder">Where its user stands.</param>
    /// <param name="environment"><c>Development</c> or <c>Production</c>.</param>
    /// <param name="logFile">The file.</param>
    /// <param name="args">Command and configuration.</param>
    public static ServerProgram StartLogging(string folder, string environment, string logFile, params string[] args)
    {
        var start = Clean("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", logFile, "dotnet", Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"), .. args], folder);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return new(Process.Start(start)!, logFile);
    }

    /// <summary>Starts the caller's program instead.</summary>
    /// <param name="folder">Where its user stands.</param>
    /// <param name="args">Command and options.</param>
    public static ServerProgram StartCaller(string folder, params string[] args) =>
        new(Process.Start(Clean("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ivr.Caller.dll"), .. args], folder))!);

    /// <summary>Starts a script that starts it, in a process group of their own, as a terminal does.</summary>
    /// <param name="script">The script's path.</param>
    /// <param name="args">Its arguments.</param>
    public static ServerProgram StartGroup(string script, params string[] args) =>
        new(Process.Start(Clean("setsid", [script, .. args], Path.GetDirectoryName(script)!))!);

    /// <summary>Starts what was published.</summary>
    /// <param name="folder">Where it was published to; its user stands there.</param>
    /// <param name="asOwnerOf">Runs as the user to whom this belongs, unless the test has no right to.</param>
    /// <param name="variables">Its environment.</param>
    /// <param name="args">Command and configuration.</param>
    public static ServerProgram StartPublished(string folder, string asOwnerOf, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        const string asUser = "[ \"$(id -u)\" != 0 ] || as=\"setpriv --reuid $(stat -c %u \"$0\") --regid $(stat -c %g \"$0\") --clear-groups\"; exec ${as:-} dotnet \"$@\"";
        var start = Clean("/bin/sh", ["-c", asUser, asOwnerOf, Path.Combine(folder, "Ivr.Server.dll"), .. args], folder);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Starts it with environment variables of the test's own.</summary>
    public static ServerProgram Start(string folder, string environment, IReadOnlyDictionary<string, string> variables, string[] args)
    {
        // The few rounds that the tests' passwords have are refused in production.
        if (args.Contains($"--Passwords:Iterations={TestCluster.Iterations}"))
            args = [.. args, TestCluster.NotInProduction];
        var start = Clean("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"), .. args], folder);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Emergency__JournalFolder"] = Path.Combine(folder, "journal");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(
        string folder, string environment, params string[] args) => RunAsync(folder, environment, new Dictionary<string, string>(), args);

    /// <summary>Runs it to its end with environment variables of the test's own.</summary>
    public static async Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(
        string folder, string environment, IReadOnlyDictionary<string, string> variables, string[] args)
    {
        await using var program = Start(folder, environment, variables, args);
        return (await program.EndsAsync(), program.Output, program.Errors);
    }

    /// <summary>Waits until it has printed something.</summary>
    public async Task SaysAsync(string fragment)
    {
        var isEnded = false;
        for (var watch = Stopwatch.StartNew(); !Output.Contains(fragment, StringComparison.Ordinal);)
        {
            Assert.False(isEnded || watch.Elapsed > Patience, $"\"{fragment}\" was not printed.\n{Output}\n{string.Join('\n', Errors)}");
            if (_process.HasExited)
            {
                // What it printed last is still on its way.
                await EndsAsync();
                isEnded = true;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Presses Ctrl-C, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> InterruptAsync() => SignalAsync("INT", $"{_process.Id}");

    /// <summary>Asks it to end, as systemd and containers do, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync() => SignalAsync("TERM", $"{_process.Id}");

    /// <summary>Presses Ctrl-C in a terminal, where the whole process group gets it, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> InterruptGroupAsync() => SignalAsync("INT", $"-{_process.Id}");

    /// <summary>Takes it away without a word, as a crash does.</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await EndsAsync();
    }

    /// <summary>Has it stand still, as a machine does that is short of processors.</summary>
    /// <param name="time">For how long.</param>
    public async Task StandStillAsync(TimeSpan time)
    {
        await KillAsync("STOP", $"{_process.Id}");
        await Task.Delay(time);
        await KillAsync("CONT", $"{_process.Id}");
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> EndedAsync() => EndsAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
                await InterruptAsync();
        }
        catch (OperationCanceledException)
        {
            // Nothing of it may go on in a folder that is about to be deleted.
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
