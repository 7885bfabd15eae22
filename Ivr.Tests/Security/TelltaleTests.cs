using System.Net;
using System.Text.Json.Nodes;
using Ivr.Server.Database;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Security;

/// <summary>
/// Calls of every kind, with every log category at its lowest level and every source traced: logs and traces contain no number of a
/// person, no keys and no sealed state.
/// </summary>
public sealed class TelltaleTests(TestCluster cluster)
{
    // Only the most specific rule for a category is applied: so every category that appsettings.json or the server itself restricts is named,
    // and so is the longest name of a category that must stay closed.
    private static readonly string[] AllOpen =
    [
        .. JsonNode.Parse(File.ReadAllText(Repository.In("Ivr.Server", "appsettings.json")))!["Logging"]!["LogLevel"]!.AsObject().Select(level => level.Key)
            .Concat(["Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Mvc",
                     "Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageActionInvoker", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"])
            .SelectMany(category => new[] { "", $"{typeof(CapturedLog).FullName}:" }
                .Select(provider => $"Logging:{provider}LogLevel:{category}=Trace")),
    ];

    [Fact]
    public async Task Nothing_that_is_logged_or_traced_tells_who_called_or_what_was_keyed()
    {
        using var traces = new CapturedTraces();
        await using var server = await TestServer.StartAsync(cluster, settings: AllOpen);
        await Canary.ImportAsync(server.Database);

        await CallAsync(server, Canary.Login, Canary.WrongPassword, "");
        await CallAsync(server, Canary.Login, Canary.Password, $"{Canary.MistypedUserNumber}{Canary.NobodysUserNumber}#{Canary.UserNumber}#13" + "2" + "1" + Canary.UserNumber + "1" + "1");
        await CallAsync(server, Canary.Login, Canary.Password, $"{Canary.Login}{Canary.UserNumber}#131");
        await LockAsync(server);
        await ForgeAsync(server);
        await OpenPagesAsync(server);
        await LoseWebhooksAsync(server);
        await BreakTheDatabaseAsync(server);

        Assert.All(server.Log.Lines, Canary.AssertNoneIn);
        Assert.All(traces.Lines, Canary.AssertNoneIn);
        AssertAllWasOpen(server, traces);
    }

    [Fact]
    public async Task The_log_says_which_number_called_as_far_as_is_needed_to_find_the_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.Wallonia, Canary.Caller);
        await using var withheld = await server.DialAsync(TestData.Wallonia, "anonymous");

        Assert.Contains(server.Log.Lines, line => line.Contains($"Call {call.CallSid}: incoming 1 of +32*******66 on line wallonia", StringComparison.Ordinal));
        Assert.Contains(server.Log.Lines, line => line.Contains($"Call {withheld.CallSid}: incoming 1 of no number on line wallonia", StringComparison.Ordinal));
    }

    private static async Task CallAsync(TestServer server, string login, string password, string keys)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
        await call.Presses($"{login}#{password}#{keys}");
    }

    private static async Task LockAsync(TestServer server)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
            for (var guess = 0; guess < 3 && call.Ending is null; guess++)
                await call.Presses($"{Canary.NobodysLogin}#{Canary.WrongPassword}#");
        }

        // Queries without the login, because the test's own queries are traced too.
        Assert.Equal(5, await server.Database.SingleAsync<int>("select max(failures) from login_lock"));
        await CallAsync(server, Canary.NobodysLogin, Canary.WrongPassword, "");
    }

    // Requests that are refused, and a state of another call.
    private static async Task ForgeAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
        await call.Presses($"{Canary.Login}#{Canary.Password}#");
        var answer = call.Exchanges[^1].Request;
        var status = new Uri(server.Url, "/voice/status");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Phone.SendAsync(answer.SignedWith("forged"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Phone.SendAsync(answer.With("CallSid", $"CA{new string('0', 32)}"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Phone.SendAsync(answer.Without("To"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Phone.SendAsync(answer.With("To", "+3280035999").At(new(server.Url, "/voice/incoming")))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Phone.SendAsync(answer.At(status).With("CallStatus", "completed"))).Status);
    }

    // The pages of a company and of an operator, with keyed values in forms, queries and paths.
    private static async Task OpenPagesAsync(TestServer server)
    {
        await using var source = DatabaseServices.CreateSource(server.Database.ConnectionString);
        await Visitors.Desk(source).AddAsync("ALFA", "canary@alfa", Canary.PagePassword);
        await Visitors.Desk(source).AddAsync(companyCode: null, "canary.operator", Canary.PagePassword);
        using var door = new Door(server);
        (await door.TryAsync("canary@alfa", Canary.WrongPagePassword)).Dispose();
        await door.SignInAsync(new("canary@alfa", Canary.PagePassword, "ALFA"));
        foreach (var path in new[] { "/company", $"/company/history?client={Canary.UserNumber}&worker={Canary.Login}", "/company/attempts", "/company/phones", "/company/emergencies" })
            await door.ReadAsync(path);
        (await door.PostAsync("/company", "/company/emergencies?handler=Accept", ("id", "1"), ("userNumber", Canary.UserNumber))).Dispose();
        (await door.PostAsync("/company", "/company/emergencies?handler=Refuse", ("id", "1"), ("reason", Canary.UserNumber))).Dispose();
        (await door.PostAsync("/company", "/company/language", ("language", "fr"), ("to", $"/company/history?client={Canary.UserNumber}"))).Dispose();
        (await door.PostAsync("/company", "/company/sign-out")).Dispose();
        using var office = new Door(server);
        await office.SignInAsync(new("canary.operator", Canary.PagePassword, CompanyCode: null));
        await office.ReadAsync("/operator");
        await using var bad = await RawConnection.OpenAsync(server);
        await bad.SendAsync($"GET /voice/answer?call={Canary.SealedState}\r\n\r\n");
        Assert.Contains("400", await bad.ReadStatusAsync(), StringComparison.Ordinal);
    }

    private static async Task LoseWebhooksAsync(TestServer server)
    {
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline, Canary.Caller);
        network.LoseNextAnswer("/voice/answer");
        await call.Presses($"{Canary.Login}#");
        await call.Presses($"{Canary.Login}#{Canary.Password}#");
        network.LoseNextRequest("/voice/answer");
        await call.Presses(Canary.UserNumber);
        await call.Presses(Canary.UserNumber);
    }

    // PostgreSQL quotes the row that it refuses, and the database goes away before every kind of query. The log reports only the first
    // webhook of an outage, so each of these is a separate outage, and its entries are loaded before the next one.
    private static async Task BreakTheDatabaseAsync(TestServer server)
    {
        await using var storing = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
        await storing.Presses($"{Canary.Login}#{Canary.Password}#{Canary.UserNumber}12");
        await server.Database.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9) not valid");
        await storing.Presses("1");
        await server.HasLoadedAllAsync();
        await server.Database.ExecuteAsync("alter table login_lock rename to gone");
        await CallAsync(server, Canary.Login, Canary.Password, "");
        await server.Database.ExecuteAsync("alter table gone rename to login_lock");
        await server.HasLoadedAllAsync();

        await using var lookingUp = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
        await lookingUp.Presses($"{Canary.Login}#{Canary.Password}#");
        await using var checking = await server.DialAsync(TestData.FlandersLandline, Canary.Caller);
        await server.Database.ShutAsync();
        await lookingUp.Presses(Canary.UserNumber);
        await server.Database.OpenAgainAsync();
        await server.HasLoadedAllAsync();
        await server.Database.ShutAsync();
        await checking.Presses($"{Canary.Login}#{Canary.Password}#{Canary.UserNumber}121");
        await server.Database.OpenAgainAsync();
        await server.HasLoadedAllAsync();
    }

    // A log without any line would pass too.
    private static void AssertAllWasOpen(TestServer server, CapturedTraces traces)
    {
        foreach (var said in new[]
                 {
                     "Trace Microsoft.AspNetCore.DataProtection", "Debug Microsoft.AspNetCore.Routing", "Debug Microsoft.AspNetCore.Server.Kestrel", "Trace Microsoft.AspNetCore.Routing", "Debug Ivr.Server.Voice.CallDirector",
                     "leads from CheckingLogin to UserNumber", "CheckingLogin did not work", "LookingUpClient did not work", "refuse_all",
                     "a webhook failed, Twilio error", "rings on no line", "A webhook was refused", "completed", "+32*******66",
                 })
        {
            Assert.Contains(server.Log.Lines, line => line.Contains(said, StringComparison.Ordinal));
        }

        Assert.Contains(traces.Lines, line => line.StartsWith("Npgsql", StringComparison.Ordinal));
        Assert.Contains(traces.Lines, line => line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
