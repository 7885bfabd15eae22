using System.Collections.Concurrent;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Security;

/// <summary>Guessing spread over many calls, logins and callers is told to the operator, once, and locks nobody.</summary>
public sealed class LoginAlarmTests(TestCluster cluster)
{
    private static readonly string[] Settings = ["Passwords:Alarm:Failures=6", "Passwords:Alarm:Window=00:05:00"];

    [Fact]
    public async Task It_is_said_when_it_begins_and_when_it_is_over_and_not_in_between()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: Settings);
        var events = new ConcurrentQueue<(int Id, LogLevel Level)>();
        using var provider = new EventIds(events);
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(provider);
        List<int> gauge = [];
        using var figures = Figures.Listen<int>(server, "ivr.logins.alarm", gauge.Add);

        await GuessAsync(server, first: 0, count: 5);
        Assert.Empty(events);
        await GuessAsync(server, first: 5, count: 10);
        Assert.Equal([(1001, LogLevel.Warning)], events);
        figures.RecordObservableInstruments();

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        figures.RecordObservableInstruments();
        figures.RecordObservableInstruments();
        Assert.Equal([1, 0, 0], gauge);
        Assert.Equal([(1001, LogLevel.Warning), (1002, LogLevel.Warning)], events);

        await GuessAsync(server, first: 15, count: 6);
        Assert.Equal(3, events.Count);
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

    private sealed class EventIds(ConcurrentQueue<(int Id, LogLevel Level)> events) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name is "LoginFailuresHigh" or "LoginFailuresOver")
                events.Enqueue((eventId.Id, logLevel));
        }

        public void Dispose()
        {
        }
    }
}
