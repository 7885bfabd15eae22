using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>
/// The script <c>run</c>, in a separate folder, with the programs that are already built: a new developer's first minute.
/// </summary>
public sealed partial class RunScriptTests : IDisposable
{
    private const string Script = "run";

    private readonly TemporaryFolder _folder = new();

    public RunScriptTests()
    {
        File.Copy(Repository.In(Script), _folder.In(Script));
        // The script looks here for the built programs.
        foreach (var project in new[] { "Ivr.Server", "Ivr.Caller" })
        {
            Directory.CreateDirectory(_folder.In($"{project}/bin/Release"));
            Directory.CreateSymbolicLink(_folder.In($"{project}/bin/Release/net10.0"), AppContext.BaseDirectory);
        }
    }

    public void Dispose()
    {
        // Processes are left only if the test fails before its end.
        foreach (var left in Left())
        {
            using var process = Process.GetProcessById(left);
            process.Kill();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task It_starts_server_database_and_phone_a_call_is_recorded_and_one_Ctrl_C_ends_all()
    {
        var phone = FreeAddress();
        await using var run = ServerProgram.StartGroup(_folder.In(Script), "--no-build", $"--phone={phone}", "--Urls=http://127.0.0.1:0");
        await run.SaysAsync("select * from prestation_feed");
        Assert.Equal(phone, PhoneLine().Match(run.Output).Groups["phone"].Value);

        Assert.Contains("<html", await FirstPageAsync(phone), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"href=\"{phone}\"", await FirstPageAsync(CompanyLine().Match(run.Output).Groups["server"].Value), StringComparison.Ordinal);
        var (exitCode, heard) = await CallAsPrintedAsync(run.Output);
        Assert.Equal(0, exitCode);
        Assert.Contains("Recorded", heard, StringComparison.OrdinalIgnoreCase);
        await using (var database = new TestDatabase(await File.ReadAllTextAsync(_folder.In(".data/connection-string"), Cancelled)))
            Assert.Single(await database.FeedAsync(), entry => entry.Caller == "+3225551234");
        Assert.DoesNotContain("Application started", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("WebhookFilter", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 entry recorded", run.Output, StringComparison.Ordinal);
        var (_, shown, _) = await RunAsync("--show");
        Assert.Contains($"Phone      {phone}", shown, StringComparison.Ordinal);
        Assert.NotEmpty(EmbeddedServer.PostgresIn(_folder));

        Assert.Equal(0, await run.InterruptGroupAsync());

        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        await NobodyIsLeftAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(phone), Cancelled));
    }

    [Theory]
    [InlineData("--phone")]
    [InlineData("--urls")]
    public async Task A_busy_port_is_told_at_once_with_the_option_that_changes_it(string option)
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var port = ((IPEndPoint)stranger.LocalEndpoint).Port;

        var (exitCode, output, errors) = await RunAsync("--Trace:Caller=none", $"{option}={port}", "--no-build");

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith($"Port {port} is in use. Choose another one: ./run {option}=http://localhost:", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In(".data")));
    }

    [Fact]
    public async Task Help_comes_at_once_without_building_anything()
    {
        var (exitCode, output, _) = await RunAsync("--no-build", "--help");

        Assert.Equal(0, exitCode);
        foreach (var option in new[] { "--urls=", "--phone=", "--no-build", "--verbose", "--show", "--reset", "--help" })
            Assert.Contains($"  {option}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--phone=somewhere", "--phone=somewhere is not an address")]
    [InlineData("--urls=localhost", "--urls=localhost is not an address")]
    [InlineData("--fast", "--fast is not an option")]
    [InlineData("serve", "serve is not an option")]
    public async Task A_wrong_option_is_told_before_anything_starts(string option, string told)
    {
        var (exitCode, output, errors) = await RunAsync("--no-build", option);

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith(told, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_starts_over_after_asking()
    {
        string[] options = ["--Urls=http://127.0.0.1:0", "--phone=http://127.0.0.1:0", "--no-build"];
        await using (var first = ServerProgram.StartGroup(_folder.In(Script), ["--verbose", .. options]))
        {
            await first.SaysAsync("select * from prestation_feed");
            await CallAsPrintedAsync(first.Output);
            // Quiet is the default.
            Assert.Contains("Application started", first.Output, StringComparison.Ordinal);
            Assert.Equal(1, await CalledAsync());
            Assert.Equal(0, await first.InterruptGroupAsync());
        }

        var (exitCode, _, errors) = await RunAsync(["--reset", .. options]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Nothing was deleted.", errors, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.In("yes"), $"#!/bin/bash\necho y | ./{Script} --reset {string.Join(' ', options)}\n", Cancelled);
        File.SetUnixFileMode(_folder.In("yes"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var again = ServerProgram.StartGroup(_folder.In("yes"));
        await again.SaysAsync("select * from prestation_feed");

        Assert.Contains("Deleting the data ...", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, await CalledAsync());
        await again.InterruptGroupAsync();
        await NobodyIsLeftAsync();
    }

    private async Task<int> CalledAsync()
    {
        await using var database = new TestDatabase(await File.ReadAllTextAsync(_folder.In(".data/connection-string"), Cancelled));
        return (await database.FeedAsync()).Count(entry => entry.Caller == "+3225551234");
    }

    // Runs the script to its end, without an answer to any question.
    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] options)
    {
        using var run = Process.Start(new ProcessStartInfo(_folder.In(Script), options)
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        run.StandardInput.Close();
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(Cancelled), run.StandardError.ReadToEndAsync(Cancelled));
        await run.WaitForExitAsync(Cancelled);
        return (run.ExitCode, await output, await errors);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    // The phone starts in parallel with the server, so it may not listen yet.
    private static async Task<string> FirstPageAsync(string phone)
    {
        using var http = new HttpClient();
        var page = "";
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    page = await http.GetStringAsync(new Uri(phone), Cancelled);
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "The phone's page");
        return page;
    }

    private async Task<(int ExitCode, string Heard)> CallAsPrintedAsync(string output)
    {
        var command = CallLine().Match(output).Groups["command"].Value;
        Assert.Contains("--hang-up", command, StringComparison.Ordinal);
        var args = Argument().Matches(command).Select(match => match.Value.Trim('"'));
        using var call = Process.Start(new ProcessStartInfo("dotnet", ["Ivr.Caller/bin/Release/net10.0/Ivr.Caller.dll", .. args])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var heard = await call.StandardOutput.ReadToEndAsync(Cancelled);
        await call.WaitForExitAsync(Cancelled);
        return (call.ExitCode, heard);
    }

    private Task NobodyIsLeftAsync() => Eventually.TrueAsync(() => Left().Count == 0, "The end of every process");

    // All processes with a working directory in the folder.
    private List<int> Left() =>
    [
        .. from process in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(Path.GetFileName(process)[0])
           where StandsIn(process).StartsWith(_folder.Path, StringComparison.Ordinal)
           select int.Parse(Path.GetFileName(process)),
    ];

    private static string StandsIn(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"Company +(?<server>\S+)/company", RegexOptions.None, 1000)]
    private static partial Regex CompanyLine();

    [GeneratedRegex(@"Phone +(?<phone>\S+)", RegexOptions.None, 1000)]
    private static partial Regex PhoneLine();

    [GeneratedRegex(@"dotnet Ivr.Caller/bin/Release/net10.0/Ivr.Caller.dll (?<command>.+)", RegexOptions.None, 1000)]
    private static partial Regex CallLine();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Argument();
}
