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
        var (exitCode, heard) = await CallAsPrintedAsync(run.Output);
        Assert.Equal(0, exitCode);
        Assert.Contains("Recorded", heard, StringComparison.OrdinalIgnoreCase);
        await using (var database = new TestDatabase(await File.ReadAllTextAsync(_folder.In(".data/connection-string"), Cancelled)))
            Assert.Single(await database.FeedAsync());
        Assert.NotEmpty(EmbeddedServer.PostgresIn(_folder));

        Assert.Equal(0, await run.InterruptGroupAsync());

        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        await NobodyIsLeftAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(phone), Cancelled));
    }

    [Fact]
    public async Task Where_the_phone_s_port_is_taken_nobody_is_sent_to_the_stranger_who_has_it()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var phone = $"http://{stranger.LocalEndpoint}";

        await using var run = ServerProgram.StartGroup(_folder.In(Script), "--no-build", $"--phone={phone}", "--Urls=http://127.0.0.1:0");
        await run.SaysAsync("select * from prestation_feed");

        Assert.StartsWith($"The phone cannot listen on {phone}", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(phone, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("browser", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.InterruptGroupAsync());
        await NobodyIsLeftAsync();
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

    // "dotnet run" would build the program. It is built already, so the test starts it directly.
    private async Task<(int ExitCode, string Heard)> CallAsPrintedAsync(string output)
    {
        var command = CallLine().Match(output).Groups["command"].Value;
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

    [GeneratedRegex(@"Call from the browser:\s+(?<phone>\S+)", RegexOptions.None, 1000)]
    private static partial Regex PhoneLine();

    [GeneratedRegex("dotnet run --project Ivr.Caller -- (?<command>.+)", RegexOptions.None, 1000)]
    private static partial Regex CallLine();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Argument();
}
