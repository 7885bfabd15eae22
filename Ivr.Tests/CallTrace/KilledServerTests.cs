using System.Text.Json;
using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace;

/// <summary>A killed server loses the events that it has not written. The call and its row continue on another server.</summary>
public sealed partial class KilledServerTests(TestCluster cluster)
{
    [Fact]
    public async Task A_call_whose_server_was_killed_goes_on_elsewhere_and_is_one_row_and_the_log_was_JSON()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        using var folder = new TemporaryFolder();
        await using var other = await TestServer.StartOnAsync(database.ConnectionString, new(DateTimeOffset.UtcNow));
        string sid;
        await using (var doomed = ServerProgram.Start(
            folder.Path,
            "Production",
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
            $"--Twilio:AuthToken={TestServer.AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}",
            $"--Passwords:Iterations={TestCluster.Iterations}",
            "--Logging:Console:FormatterName=json",
            // Requests are signed for the other server's address. With this setting the server accepts them, as behind a common proxy.
            $"--Twilio:RequestValidation:BaseUrlOverride={other.Url.GetLeftPart(UriPartial.Authority)}"))
        {
            await doomed.SaysAsync("Now listening on");
            using var moving = new Moving(new Uri(Listening().Match(doomed.Output).Groups["url"].Value));
            using var phone = new Phone(PhoneOptions.For(other.Url, TestServer.AuthToken) with { Handler = moving, Clock = other.Clock });
            await using var call = await phone.DialAsync(TestData.FlandersLandline);
            sid = call.CallSid;
            await call.Presses(TestData.Nl.Keys);
            await database.TraceAsync(sid, row => row.Webhooks >= 1);
            await call.Presses(TestData.InFlanders);
            AssertAllJson(doomed.Output, sid);
            await doomed.CrashAsync();
            moving.To = other.Url;
            await call.Presses("13" + "1");
            await call.HangsUp();
        }

        var row = await database.FinishedTraceAsync(sid);
        Assert.Equal(("recorded", 1, 32), (row.Outcome, row.Recorded, row.Keys));
        Assert.Equal("""{"Hours": 1, "Login": 1, "Summary": 1, "Activity": 1, "Password": 1, "Recorded": 1, "UserNumber": 1}""", row.AskedText);
    }

    private static void AssertAllJson(string output, string sid)
    {
        var events = output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var answered = events.Where(line => line.GetProperty("EventId").GetInt32() == 1101).Select(line => line.GetProperty("State")).ToList();

        Assert.InRange(answered.Count, 3, 4);
        Assert.All(answered, state => Assert.Equal(sid, state.GetProperty("CallSid").GetString()));
        Assert.Equal("Login", answered[0].GetProperty("Step").GetString());
        Assert.DoesNotContain(TestData.Nl.Login, output, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.InFlanders, output, StringComparison.Ordinal);
    }

    [GeneratedRegex("Now listening on: (?<url>http://[0-9.:]+)", RegexOptions.None, 1000)]
    private static partial Regex Listening();

    // Forwards requests to the running server, as a proxy does.
    private sealed class Moving(Uri to) : DelegatingHandler(new SocketsHttpHandler())
    {
        public Uri To { get; set; } = to;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new(To, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
