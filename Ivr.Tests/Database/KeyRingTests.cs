using System.Net;
using System.Xml.Linq;
using Ivr.Caller.Calls.Engine;
using Ivr.Server.Database;
using Ivr.Server.Emergency.KeyRing;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Database;

/// <summary>The key ring that encrypts the call state, when PostgreSQL is not reachable at a refresh or at the start.</summary>
public sealed class KeyRingTests(TestCluster cluster) : IDisposable
{
    private const string Another = "Passwords:Pepper=another pepper, for one test alone";

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.In("journal"), "key-ring");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_read_before_is_good_until_PostgreSQL_is_back()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var known = server.Services.GetRequiredService<PostgresKeyRing>();
        var before = known.GetAllElements();
        Assert.NotEmpty(before);

        await server.Database.ShutAsync();

        Assert.Equal(before, known.GetAllElements());
        Assert.True(known.IsOld);
    }

    [Fact]
    public async Task A_server_that_is_started_without_PostgreSQL_takes_calls_with_the_keys_that_it_had_and_those_of_the_others_go_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var other = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon));
        await using (var before = await StartAsync(database))
            await before.IsReadyForTheWorstAsync();
        await using var begun = await other.DialAsync(TestData.FlandersLandline);
        await begun.Presses(TestData.Nl.Keys);
        var action = begun.Exchanges[^1].Request.With("Digits", TestData.Nl.Password);

        await database.ShutAsync();
        await using var server = await StartAsync(database);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var reference = Outages.HeardReference(call.Heard);
        var next = await server.Phone.SendAsync(action.At(new Uri(server.Url, action.Url.PathAndQuery)));
        Assert.Equal("UserNumber", next.Headers["X-Ivr-State"]);

        await database.OpenAgainAsync();
        Assert.Equal([reference], Assert.Single(await database.LoadedAsync(1)).References);
    }

    [Fact]
    public async Task Keys_that_others_made_since_are_there_as_soon_as_PostgreSQL_is()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using (var before = await StartAsync(database))
            await before.IsReadyForTheWorstAsync();
        await using (var maker = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon)))
            maker.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        await using var other = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon));
        await using var begun = await other.DialAsync(TestData.FlandersLandline);
        await begun.Presses(TestData.Nl.Keys);
        await database.ShutAsync();
        await using var server = await StartAsync(database);
        var ring = server.Services.GetRequiredService<PostgresKeyRing>();
        var step = begun.Exchanges[^1].Request;
        step = step.At(new Uri(server.Url, step.Url.PathAndQuery));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Phone.SendAsync(step)).Status);
        Assert.True(ring.IsOld);
        var cached = server.Services.GetRequiredService<IKeyManager>().GetCacheExpirationToken();

        await database.OpenAgainAsync();

        // Data Protection itself reloads the key ring for an unknown key only in the first minutes after the start.
        await Eventually.TrueAsync(() => Task.FromResult(cached.IsCancellationRequested), "The old keys are still in use.");
        await Eventually.TrueAsync(async () => (await server.Phone.SendAsync(step)).Status == HttpStatusCode.OK, "The state cannot be opened.");
        Assert.False(ring.IsOld);
    }

    [Fact]
    public async Task A_server_that_is_started_without_PostgreSQL_in_the_last_days_of_its_key_takes_calls_with_it()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using (var before = await StartAsync(database))
        {
            await before.IsReadyForTheWorstAsync();
            before.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddDays(-89), DateTimeOffset.UtcNow.AddDays(1));
            var last = await database.SingleAsync<string>("select xml from data_protection_key order by id desc limit 1");
            before.Services.GetRequiredService<KeyRingCopy>().Write([XElement.Parse(last)]);
        }

        await database.ShutAsync();
        await using var server = await StartAsync(database);

        Assert.Equal(HttpStatusCode.OK, await Health.ServingAsync(server));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        Outages.HeardReference(call.Heard);

        await database.OpenAgainAsync();
        await database.LoadedAsync(1);
        Assert.Equal(HttpStatusCode.OK, await Health.ServingAsync(server));
    }

    [Fact]
    public async Task A_copy_with_another_pepper_or_a_changed_byte_is_not_believed()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using (var before = await StartAsync(database))
            await before.IsReadyForTheWorstAsync();
        await database.ShutAsync();

        await HasNoKeysAsync(database, Another);
        var copy = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        copy[^1] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, copy, TestContext.Current.CancellationToken);
        await HasNoKeysAsync(database);
        await System.IO.File.WriteAllBytesAsync(File, copy[..5], TestContext.Current.CancellationToken);
        await HasNoKeysAsync(database);
    }

    [Fact]
    public async Task The_keys_stand_nowhere_in_the_copy()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var server = await StartAsync(database);
        Assert.DoesNotContain("masterKey", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_told_and_calls_go_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        Directory.CreateDirectory(Path.Combine(_folder.In("journal"), "key-ring.new"));
        await using var server = await StartAsync(database);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");
        Assert.Contains(server.Log.Lines, line => line.Contains("The copy of the key ring cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_without_keys_sends_Twilio_to_the_fallback_where_a_node_that_has_them_goes_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var other = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon));
        await other.IsReadyForTheWorstAsync();
        await database.ShutAsync();
        await using var server = await StartAsync(database);

        using var phone = server.CreatePhone(options => options with { FallbackUrl = new(server.Url, "/voice/fallback") });
        await using (var alone = await phone.DialAsync(TestData.FlandersLandline))
        {
            Assert.Equal([503, 200], alone.Exchanges.Take(2).Select(exchange => (int)exchange.Status!));
            Assert.Equal(CallEnding.ServerHungUp, alone.Ending);
        }

        using var elsewhere = server.CreatePhone(options => options with { FallbackUrl = new(other.Url, "/voice/fallback") });
        await using var call = await elsewhere.DialAsync(TestData.FlandersLandline);
        call.Hears("Uw login, en dan het hekje.");
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        Outages.HeardReference(call.Heard);
    }

    private async Task HasNoKeysAsync(TestDatabase database, params string[] settings)
    {
        await using var server = await StartAsync(database, settings);
        var fault = Record.Exception(server.Services.GetRequiredService<PostgresKeyRing>().GetAllElements);
        Assert.True(fault is not null && Db.IsFault(fault));
        Assert.Contains(server.Log.Lines, line => line.Contains("The copy of the key ring cannot be read", StringComparison.Ordinal));
    }

    private Task<TestServer> StartAsync(TestDatabase database, params string[] settings) => TestServer.StartOnAsync(
        database.ConnectionString, new(TestServer.Afternoon), [$"Emergency:JournalFolder={_folder.In("journal")}", .. settings]);
}
