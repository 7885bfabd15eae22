using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>The first command of the README in an empty folder, its end, and the next one in the same folder.</summary>
public sealed class EmbeddedServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        EmbeddedServer.KillPostgresIn(_folder);
        _folder.Dispose();
    }

    [Fact]
    public async Task Interrupted_it_ends_well_and_takes_PostgreSQL_with_it()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        Assert.NotEmpty(EmbeddedServer.PostgresIn(_folder));

        var exitCode = await server.InterruptAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        Assert.False(File.Exists(_folder.In(".data/postgresql/postmaster.pid")));
        Assert.False(File.Exists(_folder.In(".data/connection-string")));
    }

    [Fact]
    public async Task Interrupted_while_it_starts_it_leaves_no_PostgreSQL_behind()
    {
        var interrupted = await EmbeddedServer.BeginToStartAsync(_folder);
        await interrupted.InterruptAsync();

        Assert.Empty(EmbeddedServer.PostgresIn(_folder));
        await using var next = await EmbeddedServer.StartAsync(_folder);
        await using var call = await next.MakePrintedCallAsync();
        Assert.Contains("1 prestation", await LookAsync(next));
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_left()
    {
        string[] before;
        await using (var first = await EmbeddedServer.StartAsync(_folder))
        {
            await using var call = await first.MakePrintedCallAsync();
            before = await LookAsync(first);
        }

        await using var second = await EmbeddedServer.StartAsync(_folder);

        Assert.Equal(before, await LookAsync(second));
        Assert.Contains("1 prestation", before);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_in_one_line_and_the_first_goes_on()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);

        var (exitCode, _, errors) = await EmbeddedServer.RunAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"Another server runs on {_folder.In(".data")}", Assert.Single(errors), StringComparison.Ordinal);
        await using var call = await server.MakePrintedCallAsync();
        Assert.Contains("1 prestation", await LookAsync(server));
    }

    [Fact]
    public async Task A_server_that_was_killed_leaves_PostgreSQL_behind_and_the_next_one_copes()
    {
        await using (var killed = await EmbeddedServer.StartAsync(_folder))
        {
            await using var call = await killed.MakePrintedCallAsync();
            await killed.CrashAsync();
        }

        var abandoned = Assert.Single(EmbeddedServer.PostgresIn(_folder));
        await using var next = await EmbeddedServer.StartAsync(_folder);

        Assert.NotEqual(abandoned, Assert.Single(EmbeddedServer.PostgresIn(_folder)));
        Assert.Contains("1 prestation", await LookAsync(next));
    }

    private static async Task<string[]> LookAsync(EmbeddedServer server)
    {
        await using var database = server.OpenDatabase();
        return
        [
            .. await database.QueryAsync<string>("""
                select count(*) || ' company' from company
                union all select count(*) || ' worker' from worker
                union all select count(*) || ' client' from client
                union all select count(*) || ' prestation' from prestation_feed where caller = '+3225551234'
                """),
        ];
    }
}
