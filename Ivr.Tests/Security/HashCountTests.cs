using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>
/// Every refused login costs one hash, whether the login is known or not. Where no hash is computed, the caller hears something else
/// anyway.
/// </summary>
public sealed class HashCountTests(TestCluster cluster)
{
    private const string Unknown = "980999999999";

    [Theory]
    [InlineData(Unknown, "11111", "passen niet bij elkaar", 1)]
    [InlineData("980000000011", "11111", "passen niet bij elkaar", 1)]
    [InlineData("980000000055", "11111", "passen niet bij elkaar", 1)]
    [InlineData("980000000055", "47550", "Neem contact op met uw onderneming", 1)]
    [InlineData("980000000066", "47660", "gebruikersnummer", 1)]
    [InlineData("980000000011", "47110", "gebruikersnummer", 1)]
    public async Task A_pair_costs_one_hash(string login, string password, string heard, int hashes)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        Assert.Equal(hashes, await CountAsync(server, login, password, heard, hashes));
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("980000000011")]
    public async Task A_locked_login_costs_none_known_or_not(string login)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.Database.ExecuteAsync(
            $"insert into login_lock (login, failures, locked_until) values ('{login}', 5, '{server.Clock.GetUtcNow().AddMinutes(1):O}')");
        Assert.Equal(0, await CountAsync(server, login, "11111", "één minuut"));
    }

    [Fact]
    public async Task A_refusal_that_is_asked_for_again_costs_none()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        var hashes = 0;
        using var figures = Figures.Listen<double>(server, "ivr.passwords.hash.duration", _ => Interlocked.Increment(ref hashes));
        await call.ResendsLast();
        Assert.Equal(0, hashes);
    }

    [Fact]
    public async Task A_hash_with_too_few_rounds_is_made_anew_and_that_is_the_only_one()
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        await using var server = await TestServer.StartOnAsync(
            connectionString, new(TestServer.Afternoon), $"Passwords:Iterations={TestCluster.Iterations * 2}");
        var before = await server.Database.SingleAsync<string>($"select password_hash from worker where login = '{TestData.Nl.Login}'");

        await CountAsync(server, TestData.Nl.Login, TestData.Nl.Password, "gebruikersnummer");

        var after = await server.Database.SingleAsync<string>($"select password_hash from worker where login = '{TestData.Nl.Login}'");
        Assert.NotEqual(before, after);
        await CountAsync(server, TestData.Nl.Login, TestData.Nl.Password, "gebruikersnummer");
        Assert.Equal(after, await server.Database.SingleAsync<string>($"select password_hash from worker where login = '{TestData.Nl.Login}'"));
    }

    // The caller can hear the answer before the hash is counted.
    private static async Task<int> CountAsync(TestServer server, string login, string password, string heard, int expected = 0)
    {
        var hashes = 0;
        using var figures = Figures.Listen<double>(server, "ivr.passwords.hash.duration", _ => Interlocked.Increment(ref hashes));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{login}#{password}#");
        call.Hears(heard);
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref hashes) >= expected), "The hash is not counted.");
        return hashes;
    }
}
