using System.Diagnostics;
using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary><c>company-user</c> and <c>operator-user</c> create and change accounts from the command line.</summary>
public sealed class AccountCommandTests(TestCluster cluster) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.TakeAsync(cluster);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_account_is_made_changed_locked_listed_and_removed()
    {
        Assert.Equal((0, "", "Office@Alfa may sign in."), await RunAsync("twelve or more", "company-user", "add", "ALFA", "Office@Alfa"));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync("office@alfa", "twelve or more"));

        Assert.Equal(0, (await RunAsync("another long one", "company-user", "password", "office@alfa")).ExitCode);
        Assert.Equal(HttpStatusCode.OK, await TryAsync("office@alfa", "twelve or more"));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync("office@alfa", "another long one"));

        Assert.Equal(0, (await RunAsync("", "company-user", "lock", "office@alfa")).ExitCode);
        Assert.EndsWith("locked", (await RunAsync("", "company-user", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("", "company-user", "remove", "office@alfa")).ExitCode);
        Assert.Equal("", (await RunAsync("", "company-user", "list")).Output);
    }

    [Theory]
    [InlineData("too short", "A password has at least 12 characters", "company-user", "add", "ALFA", "office@alfa")]
    [InlineData("twelve or more", "There is no company 'GAMMA'", "company-user", "add", "GAMMA", "office@gamma")]
    [InlineData("twelve or more", "A login has 3 to 64", "company-user", "add", "ALFA", "no")]
    [InlineData("", "There is no account 'nobody'", "company-user", "lock", "nobody")]
    [InlineData("", "There is no account 'watch'", "company-user", "remove", "watch")]
    public async Task What_will_not_do_is_told_and_nothing_is_done(string input, string told, params string[] command)
    {
        await RunAsync("twelve or more", "operator-user", "add", "watch");

        var (exitCode, errors, _) = await RunAsync(input, command);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(told, errors, StringComparison.Ordinal);
        Assert.Equal(["watch operator"], await _server.Database.QueryAsync<string>("select user_name || ' ' || role from secured_user"));
    }

    private async Task<HttpStatusCode> TryAsync(string login, string password)
    {
        using var door = new Door(_server);
        using var answer = await door.TryAsync(login, password);
        return answer.StatusCode;
    }

    private async Task<(int ExitCode, string Errors, string Output)> RunAsync(string input, params string[] command)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"), .. command, $"--ConnectionStrings:Ivr={_server.Database.ConnectionString}",
            $"--Passwords:Pepper={TestCluster.Pepper}", $"--Passwords:Iterations={TestCluster.Iterations}",
        ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await program.StandardInput.WriteLineAsync(input);
        program.StandardInput.Close();
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, (await errors).TrimEnd(), (await output).TrimEnd());
    }
}
