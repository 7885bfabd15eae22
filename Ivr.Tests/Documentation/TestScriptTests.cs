using System.Diagnostics;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>
/// The last lines of the script <c>test</c>, which continuous integration reads. A fake program takes the place of the test runner.
/// </summary>
public sealed class TestScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestScriptTests()
    {
        File.Copy(Repository.In("test"), _folder.In("test"));
        Directory.CreateDirectory(_folder.In("bin"));
        // The script looks for these programs before it starts.
        foreach (var program in new[] { "node", "npm", "initdb", "espeak-ng" })
            Write(program, "exit 0");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Total: 10, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0", 0, "10 passed, 0 failed", 0)]
    [InlineData("Total: 10, Errors: 0, Failed: 0, Skipped: 2, Not Run: 1", 0, "2 skipped\n7 passed, 0 failed", 0)]
    [InlineData("Total: 10, Errors: 1, Failed: 2, Skipped: 0, Not Run: 0", 1, "8 passed, 3 failed", 1)]
    [InlineData("crashed", 134, "No test was run.\n0 passed, 1 failed", 1)]
    public async Task It_ends_with_the_counts(string summary, int runner, string told, int exitCode)
    {
        Write("dotnet", $"[ \"$1\" = msbuild ] && exit 0; echo 'a test'; echo '   Ivr.Tests  {summary}, Time: 1.0s'; exit {runner}");

        var (output, status) = await RunAsync();

        Assert.EndsWith($", Time: 1.0s\n{told}\n", output, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0, status == 0);
    }

    [Fact]
    public async Task It_prints_the_ten_slowest_tests_with_the_slowest_first()
    {
        var tests = Enumerable.Range(1, 12).Select(number => $"<test id='{number}' name=\"T.A(text: &quot;&lt;{number}&amp;&quot;)\" result=\"Pass\" time=\"{number}.5\" />");
        File.WriteAllText(_folder.In("bin/run.xml"), $"<assembly>{string.Concat(tests)}</assembly>");
        Write("dotnet", """
            [ "$1" = msbuild ] && exit 0
            for argument; do [ "$last" = -result-xml ] && cp bin/run.xml "$argument"; last=$argument; done
            echo '   Ivr.Tests  Total: 12, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.0s'
            """);

        var (output, _) = await RunAsync();

        var slowest = Enumerable.Range(3, 10).Reverse().Select(number => $"{number}.5 T.A(text: \"<{number}&\")");
        Assert.Contains($"The ten slowest tests, in seconds:\n{string.Join('\n', slowest)}\n12 passed, 0 failed\n", output, StringComparison.Ordinal);
    }

    private async Task<(string Output, int ExitCode)> RunAsync()
    {
        using var script = Process.Start(new ProcessStartInfo(_folder.In("test"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.Path,
            Environment = { ["PATH"] = $"{_folder.In("bin")}:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        var output = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output, script.ExitCode);
    }

    private void Write(string program, string script)
    {
        var file = _folder.In($"bin/{program}");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
