using System.Diagnostics;
using Dapper;
using Ivr.Caller.Calls;
using Ivr.Server.Configuration;
using Ivr.Server.Mobiles;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Calls;

/// <summary>What no script can show of a mobile on which a login is remembered: its look-up never holds up a call, and two workers do not share it.</summary>
public sealed class KnownMobileTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Mobile = "+32470123456";
    private const int Calls = 12;

    // The look-up waits a second, and the call takes some time too.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.TakeAsync(cluster);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task While_the_look_up_hangs_calls_begin_with_the_login_after_a_second_and_the_others_at_once()
    {
        await RememberAsync(TestData.Nl);
        Assert.Equal("Password", await BeginAsync());
        await using var metronome = new Metronome();
        await using (var locking = await _server.Database.OpenAsync())
        {
            await using var transaction = await locking.BeginTransactionAsync();
            await locking.ExecuteAsync("lock table worker_mobile in access exclusive mode");
            var watch = Stopwatch.StartNew();

            Assert.All(await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => BeginAsync())), state => Assert.Equal("Login", state));

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Metronome.Allow(Longest, metronome.Lateness));
            // Other callers and their logins are not affected.
            await using var call = await _server.DialAsync(TestData.FlandersLandline);
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            call.Hears("Uw prestatie is geregistreerd.");
        }

        await Eventually.TrueAsync(async () => await BeginAsync() == "Password", "The mobile is known again");
    }

    [Fact]
    public async Task Of_two_workers_who_ask_at_the_same_time_one_is_remembered()
    {
        await using var dutch = await OfferedAsync(TestData.Nl);
        await using var english = await OfferedAsync(TestData.En);

        await Task.WhenAll(dutch.Presses("4"), english.Presses("4"));

        var isDutch = dutch.Heard.Contains("Volgende keer vragen we op deze telefoon alleen uw wachtwoord.", StringComparison.Ordinal);
        var isEnglish = english.Heard.Contains("Next time we ask only for your password on this phone.", StringComparison.Ordinal);
        Assert.True(isDutch ^ isEnglish);
        Assert.True(dutch.Heard.Contains("Dat lukt nu niet", StringComparison.Ordinal) ^ english.Heard.Contains("That is not possible", StringComparison.Ordinal));
        await using var next = await _server.DialAsync(TestData.FlandersMobile, Mobile);
        next.Hears(isDutch ? "eindcijfers 0 1 1" : "ending in 0 4 4");
    }

    [Fact]
    public async Task The_number_is_not_in_the_table()
    {
        await using var call = await OfferedAsync(TestData.Nl);
        await call.Presses("4");

        var row = await _server.Database.SingleAsync<string>("select encode(mark, 'escape') || encode(mark, 'hex') || worker_mobile::text from worker_mobile");
        Assert.DoesNotContain(Mobile[4..], row, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(Marks(TestCluster.Pepper).Of(Mobile)!), row, StringComparison.Ordinal);
        Assert.NotEqual(Marks("another pepper of the test").Of(Mobile), Marks(TestCluster.Pepper).Of(Mobile));
    }

    [Theory]
    [InlineData("+32470123456", true)]
    [InlineData("+3242345678", false)]
    [InlineData("+324701234567", false)]
    [InlineData("+32470123456 ", false)]
    [InlineData("0032470123456", false)]
    [InlineData("+266696687", false)]
    [InlineData("", false)]
    public void Only_a_Belgian_mobile_has_a_mark(string caller, bool has) => Assert.Equal(has, Marks(TestCluster.Pepper).Of(caller) is not null);

    private static MobileMark Marks(string pepper) => new(Options.Create(new PasswordOptions { Pepper = pepper }));

    private async Task<string> BeginAsync()
    {
        await using var call = await _server.DialAsync(TestData.FlandersMobile, Mobile);
        return call.Exchanges[^1].Headers["X-Ivr-State"];
    }

    private async Task RememberAsync(Worker worker)
    {
        await using var call = await OfferedAsync(worker);
        await call.Presses("4");
    }

    // A call after its third entry.
    private async Task<PhoneCall> OfferedAsync(Worker worker)
    {
        var call = await _server.DialAsync(TestData.FlandersMobile, Mobile);
        await call.Presses(worker.Keys);
        for (var entry = 0; entry < 3; entry++)
        {
            if (entry > 0)
                await call.Presses("1");
            await call.Presses(TestData.InFlanders + "13");
            await call.Presses("1");
        }

        return call;
    }
}
