using System.Diagnostics;
using Ivr.Server.Configuration;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Security;

/// <summary>
/// The refusal of a known login takes as long as that of an unknown one, whatever iterations its stored hash has, on the phone and on the
/// pages: <c>Passwords:Iterations</c> may have been raised or lowered since the hash was made.
/// </summary>
public sealed class RefusalTimeTests(TestCluster cluster)
{
    // So many that everything else in a request takes much less time.
    private const int Many = 400_000;

    private const int MinTurns = 3;
    private const int MaxTurns = 20;

    private const string Unknown = "980999999999";

    [Theory]
    [InlineData(Many)]
    [InlineData(1)]
    public async Task Known_and_unknown_logins_take_the_same_time_after_iterations_were_changed(int configured)
    {
        await using var server = await StartAsync(configured);

        var (unknown, known) = await FastestAsync(server, RefuseAsync, Unknown, TestData.Nl.Login);
        AssertAlike(unknown, known);
        (unknown, known) = await FastestAsync(server, RefuseOnPagesAsync, "nobody@alfa", Visitors.OfAlfa.Login);
        AssertAlike(unknown, known);
    }

    // The stored hashes have many iterations, or few if many are configured now.
    private async Task<TestServer> StartAsync(int configured)
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        await Visitors.AddAsync(connectionString);
        if (configured < Many)
        {
            var hash = new PasswordHash(Options.Create(new PasswordOptions { Pepper = TestCluster.Pepper, Iterations = Many })).Create("unused password");
            await using var database = new TestDatabase(connectionString);
            await database.ExecuteAsync($"update worker set password_hash = '{hash}'; update secured_user set password_hash = '{hash}'");
        }

        var server = await TestServer.StartOnAsync(connectionString, new(TestServer.Afternoon), $"Passwords:Iterations={configured}");
        await Eventually.TrueAsync(
            () => Task.FromResult(server.Services.GetRequiredService<PasswordHash>().MaxStoredIterations == Many), "The iterations of the stored hashes are not known.");
        return server;
    }

    private static async Task<TimeSpan> RefuseAsync(TestServer server, string login)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{login}#");
        var began = Stopwatch.GetTimestamp();
        await call.Presses("11111#");
        var took = Stopwatch.GetElapsedTime(began);
        call.Hears("passen niet bij elkaar");
        return took;
    }

    private static async Task<TimeSpan> RefuseOnPagesAsync(TestServer server, string login)
    {
        using var door = new Door(server);
        await door.ReadAsync("/company/sign-in");
        var began = Stopwatch.GetTimestamp();
        using var refused = await door.TryAsync(login, "not the password");
        return Stopwatch.GetElapsedTime(began);
    }

    // The first login of each turn is the unknown one, before any hash of a known one was checked. Other tests keep the processors busy, so
    // there are more turns until both had an undisturbed one. Where one has more work to do, it stays slower in all of them.
    private static async Task<(TimeSpan Unknown, TimeSpan Known)> FastestAsync(
        TestServer server, Func<TestServer, string, Task<TimeSpan>> refuse, string unknown, string known)
    {
        var (fastest, other) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var turn = 0; turn < MinTurns || (turn < MaxTurns && !AreAlike(fastest, other)); turn++)
        {
            fastest = Min(fastest, await refuse(server, unknown));
            other = Min(other, await refuse(server, known));
            // The fifth refusal would lock both.
            await server.Database.ExecuteAsync("delete from login_lock; delete from secured_lock");
        }

        return (fastest, other);

        static TimeSpan Min(TimeSpan one, TimeSpan two) => one < two ? one : two;
    }

    private static void AssertAlike(TimeSpan unknown, TimeSpan known)
    {
        Assert.InRange(unknown.TotalMilliseconds, 40, double.MaxValue);
        Assert.True(AreAlike(unknown, known), $"The refusal of an unknown login takes {unknown.TotalMilliseconds} ms, of a known one {known.TotalMilliseconds} ms.");
    }

    private static bool AreAlike(TimeSpan unknown, TimeSpan known) => (known / unknown) is > 0.6 and < 1.7;
}
