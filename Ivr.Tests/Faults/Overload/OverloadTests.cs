using System.Diagnostics;
using System.Globalization;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults.Overload;

/// <summary>
/// New calls come at the rate at which this machine can hash passwords, at twice that rate, and at five times. A hash has so many rounds
/// that hashing is the bottleneck, however many hashes the processor computes at once. OVERLOAD_SECONDS sets the duration of each load.
/// The figures are printed; the assertions cover what must hold on any machine.
/// </summary>
[Collection<RunsAlone>]
public sealed class OverloadTests(TestCluster cluster)
{
    private const int Workers = 500;
    private const string Password = "47990";

    private static readonly int Rounds = 100_000 * PasswordHash.MaxAtOnce;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("OVERLOAD_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 1);

    [Fact]
    public async Task Under_any_load_everybody_gets_through_and_no_webhook_fails_or_takes_five_seconds()
    {
        var database = await cluster.CreateDatabaseAsync();
        await using var server = await TestServer.StartOnAsync(
            database, new(TestServer.Afternoon), string.Create(CultureInfo.InvariantCulture, $"Passwords:Iterations={Rounds}"));
        var load = new Load(server, await AddWorkersAsync(server));
        var capacity = await MeasureAsync(server);

        await using var metronome = new Metronome();
        List<(string Name, OverloadResult Result)> loads = [];
        foreach (var times in new[] { 1, 2, 5 })
            loads.Add(($"{times}x", await load.OfferAsync(times * capacity, Duration)));

        var table = OverloadTable.Of(loads);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        Console.WriteLine($"Overload: {capacity.ToString("0.0", CultureInfo.InvariantCulture)} hashes/s of {Rounds} rounds, {Duration.TotalSeconds} s each\n{table}");

        var heard = loads.SelectMany(each => each.Result.Calls).ToList();
        Assert.All(loads, each => Assert.NotEmpty(each.Result.Calls));
        Assert.All(loads, each => Assert.NotEmpty(each.Result.Webhooks));
        Assert.All(loads.SelectMany(each => each.Result.Webhooks), webhook =>
        {
            Assert.InRange((int)webhook.Status, 200, 299);
            Assert.InRange(webhook.Took, TimeSpan.Zero, metronome.Allow(Bound));
        });
        Assert.All(heard, call => Assert.True(call.IsConfirmed, call.LastHeard));
        Assert.Equal(
            heard.Select(call => call.CallSid).Order(StringComparer.Ordinal),
            (await server.Database.FeedAsync()).Select(row => row.CallSid).Order(StringComparer.Ordinal));
    }

    // Uses all threads, as under load.
    private static async Task<double> MeasureAsync(TestServer server)
    {
        var passwords = server.Services.GetRequiredService<PasswordChecker>();
        var decoy = server.Services.GetRequiredService<PasswordHash>().Decoy;
        var count = 4 * Environment.ProcessorCount * PasswordHash.MaxAtOnce;
        await passwords.CheckAsync(decoy, Password, sentAway: 60, Bound, CancellationToken.None);

        var began = Stopwatch.GetTimestamp();
        var checks = await Task.WhenAll(Enumerable.Range(0, count).Select(_ =>
            passwords.CheckAsync(decoy, Password, sentAway: 60, Bound, CancellationToken.None)));
        return checks.Count(check => check is not null) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // All workers share one password and one hash: a check costs the same as with separate hashes, and creating 500 hashes is expensive.
    private static async Task<IReadOnlyList<Worker>> AddWorkersAsync(TestServer server)
    {
        var hash = server.Services.GetRequiredService<PasswordHash>().Create(Password);
        await server.Database.ExecuteAsync($"""
            insert into worker (login, password_hash, company_id, name, language, active)
            select (981000000000 + number)::text, '{hash}', (select min(id) from company), 'Worker', 'nl', true
            from generate_series(1, {Workers}) as number
            """);
        return [.. Enumerable.Range(1, Workers).Select(number => new Worker($"{981000000000 + number}", Password))];
    }
}
