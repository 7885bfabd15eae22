using Ivr.Server.Database.Rights;

namespace Ivr.Tests.Database.Rights;

/// <summary>
/// The server's role has no right that the server does not need: without any one of them, PostgreSQL refuses a statement that the server
/// sends when it is used.
/// </summary>
public sealed class NeededRightsTests(UsedServer server) : IClassFixture<UsedServer>
{
    public static TheoryData<string> Tables => [.. ServerRights.Tables.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_right_on_a_table_is_needed(string table)
    {
        foreach (var right in ServerRights.Tables.Single(rights => rights.Table == table).Each())
            Assert.True(await server.NeedsAsync(right), $"Nothing misses {right}.");
    }
}
