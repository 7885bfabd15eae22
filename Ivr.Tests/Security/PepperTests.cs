using Ivr.Server.Configuration;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Security;

/// <summary>The pepper is part of every hash: the table of hashes alone is useless, even with another server.</summary>
public sealed class PepperTests(TestCluster cluster)
{
    private const string Other = "another pepper, of the same kind";

    [Fact]
    public async Task On_a_server_with_another_pepper_the_right_password_does_not_fit()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: $"Passwords:Pepper={Other}");
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        await call.Presses(TestData.Nl.Keys);

        call.Hears("passen niet bij elkaar").DoesNotHear("gebruikersnummer");
        Assert.Equal(1, await server.Database.SingleAsync<int>($"select failures from login_lock where login = '{TestData.Nl.Login}'"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Other, false)]
    public async Task A_hash_fits_with_the_pepper_that_it_was_made_with_and_no_other(string? pepper, bool fits)
    {
        var job = new HashJob(With(TestCluster.Pepper).Create("4711"), "4711");

        With(pepper ?? TestCluster.Pepper).CheckAll([job]);

        Assert.Equal(fits, (await job.Result)!.Value.Fits);
    }

    private static PasswordHash With(string pepper) =>
        new(Options.Create(new PasswordOptions { Pepper = pepper, Iterations = TestCluster.Iterations }));
}
