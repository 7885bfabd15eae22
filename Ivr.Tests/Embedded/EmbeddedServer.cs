using System.Diagnostics;
using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Embedded;

/// <summary>The server as a newcomer starts it: in some folder, with a PostgreSQL of its own.</summary>
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

    /// <summary>What it printed.</summary>
    public string Output => _program.Output;

    /// <summary>The line about the place of PostgreSQL's files; empty when they are in the folder.</summary>
    public string Fallback => FallbackLine().Match(Output).Groups["folder"].Value;

    /// <summary>Starts it, and waits until it has said all.</summary>
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

    /// <summary>Starts it, and waits until PostgreSQL's programs are at work, no longer.</summary>
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

    /// <summary>Starts one that is going to end by itself.</summary>
    public static Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(TemporaryFolder folder) =>
        ServerProgram.RunAsync(folder.Path, "Development", "--Urls=http://127.0.0.1:0");

    /// <summary>The database, as <c>.data/connection-string</c> says.</summary>
    public TestDatabase OpenDatabase() => new(File.ReadAllText(_folder.In(".data/connection-string")));

    /// <summary>The process ids of every PostgreSQL that works in the folder; a process that has ended has no command line.</summary>
    public static IReadOnlyList<string> PostgresIn(TemporaryFolder folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && CommandLineOf(process).Contains(folder.Path, StringComparison.Ordinal))
            .Where(process => CommandLineOf(process).Contains("postgres", StringComparison.Ordinal))
            .Select(process => Path.GetFileName(process)!),
    ];

    /// <summary>Where it listens, as it printed.</summary>
    public Uri Url => new(UrlLine().Match(Output).Groups["url"].Value);

    /// <summary>Makes the call that was printed, and leaves it to the caller to listen.</summary>
    public async Task<PhoneCall> MakePrintedCallAsync()
    {
        var command = CommandLine().Match(Output);
        using var phone = new Phone(PhoneOptions.For(Url, await File.ReadAllTextAsync(_folder.In(".data/auth-token"))));
        var call = await phone.DialAsync(command.Groups["to"].Value);
        await call.Presses(command.Groups["keys"].Value);
        return await call.HangsUp();
    }

    /// <summary>Presses Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> InterruptAsync() => _program.InterruptAsync();

    /// <summary>Ends the server alone, so that nobody stops PostgreSQL.</summary>
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

    [GeneratedRegex("listens on (?<url>http://[^ ]+)", RegexOptions.None, 1000)]
    private static partial Regex UrlLine();

    [GeneratedRegex("""call --to (?<to>\S+) --keys "(?<keys>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"^PostgreSQL's files are in (?<folder>\S+):", RegexOptions.Multiline, 1000)]
    private static partial Regex FallbackLine();
}
