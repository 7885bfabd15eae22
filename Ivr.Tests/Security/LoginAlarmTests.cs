using Ivr.Server.Logins;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Ivr.Tests.Security;

/// <summary>Guessing that is spread over many calls, logins and callers is reported to the operator once, and locks nobody.</summary>
public sealed class LoginAlarmTests(TestCluster cluster)
{
    private static readonly string[] Settings = ["Passwords:Alarm:Failures=6", "Passwords:Alarm:Window=00:05:00"];

    [Fact]
    public async Task It_is_said_when_it_begins_and_when_it_is_over_and_not_in_between()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: Settings);
        using var log = new FakeLoggerProvider(FakeLogCollector.Create(new() { FilteredCategories = { typeof(LoginAlarm).FullName! } }));
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        List<int> gauge = [];
        using var figures = Figures.Listen<int>(server, "ivr.logins.alarm", gauge.Add);

        await GuessAsync(server, first: 0, count: 5);
        Assert.Empty(Events());
        await GuessAsync(server, first: 5, count: 10);
        Assert.Equal([(1001, LogLevel.Warning)], Events());
        figures.RecordObservableInstruments();

        // The end is reported without a further call and without a reading of the gauge.
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([(1001, LogLevel.Warning), (1002, LogLevel.Warning)], Events());
        figures.RecordObservableInstruments();
        figures.RecordObservableInstruments();
        Assert.Equal([1, 0, 0], gauge);
        Assert.Equal([(1001, LogLevel.Warning), (1002, LogLevel.Warning)], Events());

        await GuessAsync(server, first: 15, count: 6);
        Assert.Equal(3, Events().Count());

        IEnumerable<(int Id, LogLevel Level)> Events() => log.Collector.GetSnapshot().Select(record => (record.Id.Id, record.Level));
    }

    [Fact]
    public async Task While_it_is_raised_everybody_gets_in_with_the_right_pair()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: Settings);
        await GuessAsync(server, first: 0, count: 8);
        Assert.Contains(server.Log.Lines, line => line.Contains("somebody may be guessing", StringComparison.Ordinal));

        await using var call = await server.DialAsync(TestData.FlandersLandline, from: Ivr.Caller.Calls.Phone.Withheld);
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task A_webhook_that_comes_again_is_no_further_failure()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: Settings);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Interrupts("980100000000#11111#");
        for (var i = 0; i < 8; i++)
            await call.ResendsLast();
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("somebody may be guessing", StringComparison.Ordinal));
    }

    private static async Task GuessAsync(TestServer server, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline, from: $"+3225560{i:000}");
            await call.Interrupts($"{980100000000 + i}#11111#");
        }
    }
}
