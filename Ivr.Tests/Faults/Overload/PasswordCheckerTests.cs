using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ivr.Tests.Faults.Overload;

/// <summary>Password checks wait in a separate queue: who gets a place, who gives it up, and which requests do not wait.</summary>
public sealed class PasswordCheckerTests(TestCluster cluster)
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public async Task Who_needs_no_hash_is_answered_while_every_thread_hashes()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var inside = await server.DialAsync(TestData.FlandersLandline);
        await inside.Presses(TestData.Nl.Keys);
        using var held = new HeldHashing(server);
        await held.TakeAllAsync();

        await inside.Presses(TestData.InFlanders + "131");
        inside.Hears("Uw prestatie is geregistreerd.");
        await using var newcomer = await server.DialAsync(TestData.FlandersLandline);
        await newcomer.Presses($"{TestData.Fr.Login}#");
        newcomer.Hears("Uw wachtwoord, en dan het hekje.");
        await held.LetGoAsync();
    }

    [Fact]
    public async Task Who_was_sent_away_before_finds_room_where_a_newcomer_finds_none()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: ["Passwords:Hashing:Threads=1", "Passwords:Hashing:MaxWaiting=4"]);
        using var held = new HeldHashing(server);
        await held.TakeThreadsAsync();

        var first = Check(server, sentAway: 0);
        var second = Check(server, sentAway: 0);
        await SentAwayAsync(server, 0);
        var renewed = Check(server, sentAway: 1);
        await SentAwayAsync(server, 0);
        await SentAwayAsync(server, 1);

        await held.LetGoAsync();
        foreach (var let in new[] { first, second, renewed })
            Assert.NotNull(await let);
    }

    [Fact]
    public async Task Whose_turn_does_not_come_in_time_gives_the_place_up_and_is_not_looked_at()
    {
        await using var server = await TestServer.StartAsync(cluster);
        using var held = new HeldHashing(server);
        await held.TakeThreadsAsync();
        var hashed = 0;
        using var figures = Figures.Listen<double>(server, "ivr.passwords.hash.duration", _ => Interlocked.Increment(ref hashed));

        Assert.Null(await Check(server, sentAway: 0, patience: TimeSpan.FromMilliseconds(20)));

        Assert.Equal(0, server.Services.GetRequiredService<HashBacklog>().Waiting);
        await held.LetGoAsync();
        Assert.NotNull(await Check(server, sentAway: 0));
        Assert.InRange(hashed, 1, Environment.ProcessorCount + 1);
    }

    [Fact]
    public async Task Who_hangs_up_while_waiting_gives_the_place_up()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var room = server.Services.GetRequiredService<HashBacklog>();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#");
        var password = call.Exchanges[^1].Request.At(new Uri(server.Url, call.Gather!.Action)).With("Digits", TestData.Nl.Password);
        using var held = new HeldHashing(server);
        await held.TakeThreadsAsync();

        using var hangUp = new CancellationTokenSource();
        var waiting = server.Phone.SendAsync(password, hangUp.Token);
        await Eventually.TrueAsync(() => room.Waiting == 1, "What was to come");
        await hangUp.CancelAsync();
        await Eventually.TrueAsync(() => room.Waiting == 0, "What was to come");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await held.LetGoAsync();
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("the webhook failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_waits_when_the_server_stops_is_still_answered()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#");
        using var held = new HeldHashing(server);
        var login = call.Presses($"{TestData.Nl.Password}#");
        await held.ArrivedAsync();

        var stopping = server.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);
        await held.LetGoAsync();

        await login;
        call.Hears("gebruikersnummer");
        await stopping;
    }

    [Fact]
    public async Task What_waits_when_the_queue_closes_is_hashed_first()
    {
        await using var server = await TestServer.StartAsync(cluster);
        using var held = new HeldHashing(server);
        await held.TakeThreadsAsync();
        var waiting = Enumerable.Range(0, 5).Select(_ => Check(server, sentAway: 0)).ToList();

        var closing = Task.Run(server.Services.GetRequiredService<PasswordChecker>().Dispose, TestContext.Current.CancellationToken);
        await held.LetGoAsync();
        await closing;

        Assert.All(await Task.WhenAll(waiting), check => Assert.NotNull(check));
    }

    [Fact]
    public async Task A_hash_that_cannot_be_read_is_told_and_the_next_is_checked()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "Passwords:Hashing:Threads=1");
        var passwords = server.Services.GetRequiredService<PasswordChecker>();

        await Assert.ThrowsAsync<FormatException>(() => passwords.CheckAsync("!", "0000", 0, Long, CancellationToken.None));
        Assert.NotNull(await Check(server, sentAway: 0));
    }

    // The result must come at once: an accepted check would wait as long as the threads are held.
    private static async Task SentAwayAsync(TestServer server, int sentAway)
    {
        var check = Check(server, sentAway);
        Assert.True(check.IsCompleted, "There was room.");
        Assert.Null(await check);
    }

    private static Task<PasswordCheck?> Check(TestServer server, int sentAway, TimeSpan? patience = null) =>
        server.Services.GetRequiredService<PasswordChecker>().CheckAsync(
            server.Services.GetRequiredService<PasswordHash>().Decoy, "0000", sentAway, patience ?? Long, CancellationToken.None);
}
