using System.Diagnostics;
using System.Net;
using Dapper;
using Ivr.Server.Secured.Isolation;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Secured;

/// <summary>What one company, one address or one login asks for leaves room for the others.</summary>
public sealed class SharesTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Wrong = "not the password at all";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        // A password of an unknown login takes long, as every password does outside the tests.
        _server = await TestServer.StartAsync(cluster, settings: "Passwords:Iterations=300000");
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Forty_slow_pages_of_one_company_do_not_delay_another()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfBeta);
        await door.ReadAsync("/company/history");
        var alfa = await _server.Database.SingleAsync<long>("select id from company where company_code = 'ALFA'");
        var db = _server.Services.GetRequiredService<CompanyDb>();
        var slow = Enumerable.Range(0, 40)
            .Select(_ => db.AsCompanyAsync(alfa, connection => connection.ExecuteAsync("select pg_sleep(1.5)"), TestContext.Current.CancellationToken))
            .ToList();
        await _server.Database.WaitForSleepersAsync();
        await using var metronome = new Metronome();

        for (var pages = 0; pages < 4; pages++)
        {
            var watch = Stopwatch.StartNew();
            await door.ReadAsync("/company/history");
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, metronome.Allow(TimeSpan.FromSeconds(1)));
        }

        // The last ones wait too long for the first.
        var ends = await Task.WhenAll(slow.Select(page => page.ContinueWith(
            ended => ended.Exception?.InnerException, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)));
        Assert.Contains(null, ends);
        Assert.All(ends, end => Assert.True(end is null or TimeoutException, $"{end}"));
    }

    [Fact]
    public async Task Many_who_sign_in_from_one_address_shut_out_nobody_elsewhere()
    {
        using var crowd = new Crowd(_server, "203.0.113.7");
        await crowd.IsInAsync();

        using var elsewhere = new Door(_server);
        using var onDuty = new Door(_server);
        elsewhere.From("198.51.100.4");
        onDuty.From("198.51.100.5");
        await elsewhere.SignInAsync(Visitors.OfAlfa);
        await onDuty.SignInAsync(Visitors.Operator);

        Assert.Contains(HttpStatusCode.OK, await crowd.EndAsync());
    }

    [Fact]
    public async Task Many_who_sign_in_from_everywhere_do_not_shut_out_operators()
    {
        using var crowd = new Crowd(_server, address: null);
        await crowd.IsInAsync();

        using var door = new Door(_server);
        door.From("198.51.100.5");
        await door.SignInAsync(Visitors.Operator);

        await crowd.EndAsync();
    }

    // Sixty browsers that sign in again and again, each with a login of its own; from an address each when there is none for all.
    private sealed class Crowd : IDisposable
    {
        private readonly CancellationTokenSource _enough = new();
        private readonly List<Door> _doors;
        private readonly List<Task<HttpStatusCode>> _tries;
        private int _busy;

        public Crowd(TestServer server, string? address)
        {
            _doors = [.. Enumerable.Range(1, 60).Select(_ => new Door(server))];
            _tries = [.. _doors.Select((door, number) => TryAsync(door, number, address ?? $"203.0.113.{number + 1}"))];
        }

        public Task IsInAsync() => Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref _busy) > 0), "Some of a crowd are too many");

        public async Task<HttpStatusCode[]> EndAsync()
        {
            await _enough.CancelAsync();
            return await Task.WhenAll(_tries);
        }

        public void Dispose()
        {
            _enough.Dispose();
            _doors.ForEach(door => door.Dispose());
        }

        private async Task<HttpStatusCode> TryAsync(Door door, int number, string address)
        {
            door.From(address);
            while (true)
            {
                using var response = await door.TryAsync($"nobody{number}", Wrong);
                if ((await response.Content.ReadAsStringAsync()).Contains("Too many people", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _busy);
                    await Task.Delay(50);
                }

                if (_enough.IsCancellationRequested)
                    return response.StatusCode;
            }
        }
    }
}
