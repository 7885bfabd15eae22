using Ivr.Server.Database;
using Ivr.Server.Database.KeyRing;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>The key ring that seals the calls, when PostgreSQL is away at the moment at which it is looked at again.</summary>
public sealed class KeyRingTests(TestCluster cluster)
{
    [Fact]
    public async Task What_was_read_before_is_good_until_PostgreSQL_is_back()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var services = server.Services;
        var known = new PostgresKeyRing(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<DatabaseBreaker>());
        var fresh = new PostgresKeyRing(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<DatabaseBreaker>());
        var before = known.GetAllElements();
        Assert.NotEmpty(before);

        await server.Database.ShutAsync();

        Assert.Equal(before, known.GetAllElements());
        var fault = Record.Exception(fresh.GetAllElements);
        Assert.True(fault is not null && Db.IsFault(fault));
    }
}
