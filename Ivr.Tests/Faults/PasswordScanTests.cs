using Ivr.Caller.Calls;
using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>
/// Proves that the fault test can fail: it finds a password that a server discloses. Here callers key their password where other numbers
/// belong.
/// </summary>
[Trait("Category", "Faults")]
public sealed class PasswordScanTests(FilledPostgres postgres)
{
    private static readonly string Password = $"{Traffic.PasswordStem}020975";

    [Fact]
    public async Task A_password_is_found_in_a_table_a_log_and_a_journal_and_where_it_belongs_it_is_not()
    {
        await using var bed = await FaultBed.StartAsync(postgres);
        await bed.Traffic.WhileAsync("none", new Habit(), () => bed.Traffic.CallsAsync(Traffic.Lines));
        Assert.Empty(await bed.FindPasswordsAsync());
        Assert.Contains(bed.Servers.Files, file => File.ReadAllText(file).Contains("trce: ", StringComparison.Ordinal));

        // Keyed as a login, the number is not secret: the server counts failures for it.
        await CallAsync(bed, TestData.FlandersLandline, $"{Password}#00000#");
        Assert.Contains(await bed.FindPasswordsAsync(), found => found.StartsWith("login_failure: ", StringComparison.Ordinal));

        // The server logs the full number of a call to a number without a line.
        await CallAsync(bed, $"+{Traffic.PasswordStem}", keys: "");
        Assert.Contains(await bed.FindPasswordsAsync(), found => found.Contains(".log: ", StringComparison.Ordinal) && found.Contains("rings on no line", StringComparison.Ordinal));

        await bed.Databases.EndAtOnceAsync();
        Outages.HeardReference(await CallAsync(bed, TestData.FlandersLandline, $"{Password}#00000#{TestData.InFlanders}131"));
        Assert.Contains(await PasswordScan.FindInFilesAsync(bed.Servers.Files), found => found.StartsWith("journal: ", StringComparison.Ordinal));
        await bed.Databases.StartAgainAsync();
    }

    private static async Task<string> CallAsync(FaultBed bed, string number, string keys)
    {
        using var handler = new OneServerHandler(bed.Servers);
        using var phone = new Phone(PhoneOptions.For(VoiceServers.PublicUrl, TestServer.AuthToken) with { Handler = handler });
        await using var call = await phone.DialAsync(number);
        if (!call.IsOver)
            await call.Interrupts(keys);
        return call.Heard;
    }

    // Sends requests, which are signed for the public URL, to the first server.
    private sealed class OneServerHandler(VoiceServers servers) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new(servers.Urls[0], request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
