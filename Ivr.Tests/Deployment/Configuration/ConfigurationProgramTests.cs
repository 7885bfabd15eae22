using System.Net;
using System.Net.Sockets;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Configuration;

/// <summary>An operator sees each configuration mistake as one line, without a stack trace.</summary>
public sealed class ConfigurationProgramTests : IDisposable
{
    private const string Wrong = "The configuration is wrong: ";

    private static readonly string[] Right =
    [
        "--Urls=http://127.0.0.1:0", "--ConnectionStrings:Ivr=Host=/nowhere", "--Twilio:AuthToken=a token of tests", "--Passwords:Pepper=sixteen letters!",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve", "--Twilio:AuthToken=", Wrong + "Twilio:AuthToken is missing")]
    [InlineData("serve", "--Twilio:AuthToken=x", Wrong + "Twilio:AuthToken is too short")]
    [InlineData("serve", "--ConnectionStrings:Ivr=", Wrong + "ConnectionStrings:Ivr is missing")]
    [InlineData("serve", "--ConnectionStrings:Ivr=x", Wrong + "ConnectionStrings:Ivr cannot be read")]
    [InlineData("serve", "--Passwords:Iterations=many", Wrong + "Failed to convert configuration value 'many' at 'Passwords:Iterations'")]
    [InlineData("serve", "--Twilio:RequestValidation:AllowLocal=perhaps", Wrong + "Failed to convert configuration value 'perhaps'")]
    [InlineData("serve", "--Logging:LogLevel:Default=Loud", Wrong + "Logging: Configuration value 'Loud'")]
    [InlineData("serve", "--Urls=here", Wrong + "Urls has 'here'")]
    [InlineData("migrate", "--ConnectionStrings:Ivr=", Wrong + "ConnectionStrings:Ivr is missing")]
    [InlineData("migrate", "--ConnectionStrings:Ivr=Host=/nowhere", "PostgreSQL cannot be reached: ")]
    [InlineData("improt", "--Urls=http://127.0.0.1:0", "'improt' is not understood")]
    public async Task One_line_and_exit_code_1(string verb, string mistake, string told)
    {
        var (exitCode, output, errors) = await ServerProgram.RunAsync(_folder.Path, "Production", [verb, .. Right, mistake]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(told, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Hosting failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_told_together_each_on_a_line_of_its_own()
    {
        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path, "Production", ["serve", "--Urls=http://127.0.0.1:0", "--ConnectionStrings:Ivr=Host=/nowhere", "--Voices:nl:Voice=Polly.Nobody"]);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [Wrong.TrimEnd(), "  Twilio:AuthToken is missing", "  Passwords:Pepper is missing", "  Voices:nl:Voice is 'Polly.Nobody'"],
            errors,
            (told, line) => line.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_in_production_wants_rounds_that_protect_somebody()
    {
        await _folder.WriteAsync("workers.csv", "login,password,company_code,name,language,active\n");

        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path, "Production", ["import", "workers", "workers.csv", .. Right, "--Passwords:Iterations=5"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(Wrong + "Passwords:Iterations is 5, too few", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_time_zones_is_told_at_start_and_not_at_the_first_call()
    {
        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path, "Production", new Dictionary<string, string> { ["TZDIR"] = _folder.Path }, ["serve", .. Right]);

        Assert.Equal(1, exitCode);
        Assert.Equal("The time zone Europe/Brussels is missing on this machine: install the package tzdata.", Assert.Single(errors));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";

        var (exitCode, output, errors) = await ServerProgram.RunAsync(_folder.Path, "Production", ["serve", .. Right, $"--Urls={url}"]);

        Assert.Equal(1, exitCode);
        Assert.Equal($"The server cannot listen: Failed to bind to address {url}: address already in use.", Assert.Single(errors));
        Assert.DoesNotContain("crit:", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Microsoft.", output, StringComparison.Ordinal);
    }
}
