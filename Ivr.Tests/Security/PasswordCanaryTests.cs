using System.Text;
using Ivr.Server.Voice.State;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Security;

/// <summary>After a whole call with wrong and right passwords, the digits of the password are stored and logged nowhere.</summary>
public sealed class PasswordCanaryTests(TestCluster cluster)
{
    private const string Canary = "47110";
    private const string WrongCanary = "8675309424242";

    [Fact]
    public async Task The_password_is_in_no_log_no_table_no_URL_and_no_state()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#{WrongCanary}#");
        await call.Presses($"{TestData.Nl.Login}#{Canary}#");
        await call.Presses(TestData.InFlanders + "13" + "2" + "21" + "1" + "1" + TestData.InBrussels + "121");
        call.Hears("Uw prestatie is geregistreerd.");
        await BreakTheLoginAsync(server);

        Assert.All(server.Log.Lines, AssertClean);
        Assert.NotEmpty(server.Log.Lines);
        var states = 0;
        foreach (var exchange in call.Exchanges)
        {
            AssertClean(exchange.Request.Url.ToString());
            AssertClean(exchange.Body);
            if (StateIn(exchange.Request.Url) is not { } state)
                continue;
            AssertClean(server.Services.GetRequiredService<CallSeal>().Open(state, call.CallSid)!.Call.ToString());
            states++;
        }

        Assert.InRange(states, 10, int.MaxValue);
        await AssertTablesCleanAsync(server);
    }

    // An error during the password check could put the password into an exception.
    private static async Task BreakTheLoginAsync(TestServer server)
    {
        await server.Database.ExecuteAsync("alter table login_lock rename to gone");
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#{Canary}#");
        call.Hears("storing bij ons");
        await call.Presses(TestData.InFlanders + "131");
        call.Hears("bewaard");
        AssertClean(Outages.ReadJournal(server.Journal));
        Assert.Contains(call.CallSid, Outages.ReadJournal(server.Journal), StringComparison.Ordinal);
        await server.Database.ExecuteAsync("alter table gone rename to login_lock");
        await server.Database.LoadedAsync(1);
        Assert.Contains(server.Log.Lines, line => line.Contains("CheckingLogin did not work", StringComparison.Ordinal));
    }

    private static async Task AssertTablesCleanAsync(TestServer server)
    {
        var tables = await server.Database.QueryAsync<string>(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        Assert.Contains("login_failure", tables);
        var rows = 0;
        foreach (var table in tables)
        {
            foreach (var row in await server.Database.QueryAsync<string>($"select row_to_json({table})::text from {table}"))
            {
                AssertClean(row);
                rows++;
            }
        }

        Assert.InRange(rows, 10, int.MaxValue);
    }

    private static string? StateIn(Uri url) => url.Query.Split("call=") is [_, var state] ? state : null;

    private static void AssertClean(string text)
    {
        foreach (var canary in new[] { Canary, WrongCanary })
        {
            Assert.DoesNotContain(canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(canary)), text, StringComparison.Ordinal);
        }
    }
}
