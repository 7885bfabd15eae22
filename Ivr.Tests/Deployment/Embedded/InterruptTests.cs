using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

public sealed partial class InterruptTests(TestCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_that_is_stopped_answers_the_webhooks_that_it_is_working_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var program = Start(database);
        await program.SaysAsync("Application started");
        using var phone = new Phone(PhoneOptions.For(new(UrlLine().Match(program.Output).Groups["url"].Value), TestServer.AuthToken));
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        // No prestation can be written until the webhook's lock timeout. That takes longer than most programs take to stop.
        await using var inTheWay = await database.OpenAsync();
        await using var transaction = await inTheWay.BeginTransactionAsync();
        await using (var command = inTheWay.CreateCommand())
        {
            command.CommandText = "lock table prestation in exclusive mode";
            await command.ExecuteNonQueryAsync();
        }

        var confirming = call.Presses("1");
        await database.WaitForWaitingSessionAsync();
        var exitCode = await program.InterruptAsync();
        await confirming;

        call.Hears("Uw uren zijn bewaard.");
        Assert.Equal(0, exitCode);
    }

    private ServerProgram Start(TestDatabase database) => ServerProgram.Start(
        _folder.Path,
        "Production",
        "--Urls=http://127.0.0.1:0",
        $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
        $"--Twilio:AuthToken={TestServer.AuthToken}",
        $"--Passwords:Pepper={TestCluster.Pepper}",
        $"--Passwords:Iterations={TestCluster.Iterations}");

    [GeneratedRegex("listening on: (?<url>http://\\S+)", RegexOptions.None, 1000)]
    private static partial Regex UrlLine();
}
