using Ivr.Server.Development;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

public sealed class PostgresClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_that_does_not_start_says_why_in_one_line_and_does_when_that_is_mended()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(_folder.In("postgresql"), "no_such_setting=1"));

        Assert.StartsWith("PostgreSQL does not start: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("unrecognized configuration parameter \"no_such_setting\"", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        await using var mended = await StartAsync(_folder.In("postgresql"));
        await mended.CreateDatabaseAsync("ivr");
    }

    [Fact]
    public async Task What_an_interrupted_start_left_is_cleared_away()
    {
        Directory.CreateDirectory(_folder.In("postgresql.new"));
        await _folder.WriteAsync("postgresql.new/PG_VERSION", "15\n");

        await using var cluster = await StartAsync(_folder.In("postgresql"));

        Assert.False(Directory.Exists(_folder.In("postgresql.new")));
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        Directory.CreateDirectory(_folder.In("documents"));
        await _folder.WriteAsync("documents/letter.txt", "Dear");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(_folder.In("documents")));

        Assert.Contains("holds something else", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("documents/letter.txt")));
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        Directory.CreateDirectory(_folder.In("elsewhere"));
        Directory.CreateSymbolicLink(_folder.In("postgresql"), _folder.In("elsewhere"));

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(_folder.In("postgresql")));

        Assert.Contains("is a link", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.In("elsewhere")));
    }

    private static async Task<PostgresCluster> StartAsync(string folder, params string[] settings) =>
        await PostgresCluster.StartAsync(await PostgresPrograms.FindOrInstallAsync(Console.WriteLine), folder, folder, settings);
}
