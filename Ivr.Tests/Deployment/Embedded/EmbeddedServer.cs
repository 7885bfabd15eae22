using System.Diagnostics;
using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>The server as a new developer starts it: in an empty folder, with its own PostgreSQL.</summary>
internal sealed partial class EmbeddedServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder;
    private readonly ServerProgram _program;

    private EmbeddedServer(TemporaryFolder folder, ServerProgram program)
    {
        _folder = folder;
        _program = program;
    }

    public string Output => _program.Output;

    /// <summary>
    /// The folder of PostgreSQL's files, from the line that the server prints when it is not the working directory; empty without such a
    /// line.
    /// </summary>
    public string Fallback => FallbackLine().Match(Output).Groups["folder"].Value;

    /// <summary>Starts the server and waits until it has printed its whole start message.</summary>
    public static async Task<EmbeddedServer> StartAsync(TemporaryFolder folder)
    {
        var server = new EmbeddedServer(folder, Launch(folder));
        try
        {
            await server._program.SaysAsync("select * from prestation_feed");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server and waits only until a PostgreSQL process runs in the folder.</summary>
    public static async Task<EmbeddedServer> BeginToStartAsync(TemporaryFolder folder)
    {
        var server = new EmbeddedServer(folder, Launch(folder));
        var watch = Stopwatch.StartNew();
        while (PostgresIn(folder).Count == 0)
        {
            Assert.True(watch.Elapsed < Patience, "PostgreSQL does not start.");
            await Task.Delay(5);
        }

        return server;
    }

    /// <summary>Runs a server that is expected to stop by itself.</summary>
    public static Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(TemporaryFolder folder) =>
        ServerProgram.RunAsync(folder.Path, "Development", "--Urls=http://127.0.0.1:0");

    /// <summary>Opens the database with the connection string in <c>.data/connection-string</c>.</summary>
    public TestDatabase OpenDatabase() => new(File.ReadAllText(_folder.In(".data/connection-string")));

    /// <summary>The ids of all PostgreSQL processes that work in the folder. A process that has ended has no command line.</summary>
    public static IReadOnlyList<string> PostgresIn(TemporaryFolder folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && CommandLineOf(process).Contains(folder.Path, StringComparison.Ordinal))
            .Where(process => CommandLineOf(process).Contains("postgres", StringComparison.Ordinal))
            .Select(process => Path.GetFileName(process)!),
    ];

    /// <summary>Kills the PostgreSQL processes that are left. There are some only if a test failed before its end.</summary>
    public static void KillPostgresIn(TemporaryFolder folder)
    {
        foreach (var left in PostgresIn(folder))
        {
            using var postgres = Process.GetProcessById(int.Parse(left));
            postgres.Kill();
        }
    }

    /// <summary>The address that the server printed.</summary>
    public Uri Url => new(UrlLine().Match(Output).Groups["url"].Value);

    /// <summary>Dials the number and presses the keys of the printed command, then hangs up.</summary>
    public async Task<PhoneCall> MakePrintedCallAsync()
    {
        var command = CommandLine().Match(Output);
        using var phone = new Phone(PhoneOptions.For(Url, await File.ReadAllTextAsync(_folder.In(".data/auth-token"))));
        var call = await phone.DialAsync(command.Groups["to"].Value);
        await call.Presses(command.Groups["keys"].Value);
        return await call.HangsUp();
    }

    /// <summary>Sends SIGINT, as Ctrl-C does, and returns the exit code.</summary>
    public Task<int> InterruptAsync() => _program.InterruptAsync();

    /// <summary>Kills only the server's process, so PostgreSQL keeps running.</summary>
    public Task CrashAsync() => _program.CrashAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static ServerProgram Launch(TemporaryFolder folder) =>
        ServerProgram.Start(folder.Path, "Development", "--Urls=http://127.0.0.1:0");

    [GeneratedRegex(@"Company +(?<url>http://[^ ]+)/company$", RegexOptions.Multiline, 1000)]
    private static partial Regex UrlLine();

    [GeneratedRegex("""call --to (?<to>\S+) --keys "(?<keys>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"^PostgreSQL's files are in (?<folder>\S+):", RegexOptions.Multiline, 1000)]
    private static partial Regex FallbackLine();
}
