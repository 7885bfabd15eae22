using Dapper;
using Ivr.Caller.Clock;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.Emergency.Loading;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ivr.Tests.Emergency;

/// <summary>No two journals have the same node number, whatever happens to the disk, the database and other servers.</summary>
public sealed class NodeNumbersTests(TestCluster cluster) : IAsyncLifetime
{
    private const string NoneFree = "No node number is free";

    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLog _log = new();
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    private string Current => _folder.In("journal/journal");

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.TakeDatabaseAsync();
        _source = NpgsqlDataSource.Create(TestCluster.AsServer(_database.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_number_that_could_not_be_written_down_is_not_taken_anew()
    {
        await using var opened = new OpenJournal(_folder.In("journal"));
        var numbers = Numbers(opened.Journal);
        File.CreateSymbolicLink(Current, "/dev/full");

        for (var attempt = 0; attempt < 3; attempt++)
            await Assert.ThrowsAnyAsync<IOException>(() => HaveAsync(numbers));
        Assert.Equal([0], await TakenAsync());
        File.Delete(Current);
        await HaveAsync(numbers);

        Assert.True(opened.Journal.HasNode);
        Assert.Equal([0], await TakenAsync());
    }

    [Fact]
    public async Task Of_two_servers_that_ask_at_once_one_gets_the_next_and_nobody_is_alarmed()
    {
        await using var opened = new OpenJournal(_folder.In("journal"));
        var numbers = Numbers(opened.Journal);
        await using var other = await _database.OpenAsync();
        await using var taking = await other.BeginTransactionAsync();
        await other.ExecuteAsync("insert into emergency_node (number, journal) values (0, gen_random_uuid())");

        var asking = HaveAsync(numbers);
        await _database.WaitForWaitingSessionAsync();
        await taking.CommitAsync();
        await asking;

        Assert.False(opened.Journal.HasNode);
        await HaveAsync(numbers);
        Assert.Equal(1, opened.Journal.Node);
        Assert.DoesNotContain(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Servers_that_start_at_once_have_a_number_each()
    {
        await using var one = await TestServer.StartOnAsync(_database.ConnectionString, new VirtualClock(TestServer.Afternoon));
        await using var two = await TestServer.StartOnAsync(_database.ConnectionString, one.Clock);
        await using var three = await TestServer.StartOnAsync(_database.ConnectionString, one.Clock);
        TestServer[] servers = [one, two, three];
        foreach (var server in servers)
            await server.IsReadyForTheWorstAsync();

        Assert.Equal([0, 1, 2], servers.Select(server => server.Services.GetRequiredService<Journal>().Node!.Value).Order());
        Assert.Equal([0, 1, 2], await TakenAsync());
    }

    [Fact]
    public async Task When_all_are_taken_it_is_told_once_and_the_first_that_gets_free_is_taken()
    {
        await _database.ExecuteAsync("insert into emergency_node (number, journal) select number, gen_random_uuid() from generate_series(0, 99) as series(number)");
        await using var opened = new OpenJournal(_folder.In("journal"));
        var numbers = Numbers(opened.Journal);

        await HaveAsync(numbers);
        await HaveAsync(numbers);
        Assert.False(opened.Journal.HasNode);
        Assert.Single(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(NoneFree, StringComparison.Ordinal));
        await _database.ExecuteAsync("delete from emergency_node where number = 42");
        await HaveAsync(numbers);

        Assert.Equal(42, opened.Journal.Node);
    }

    [Fact]
    public async Task A_number_that_the_database_has_forgotten_is_noted_again_after_a_start()
    {
        await using var opened = new OpenJournal(_folder.In("journal"));
        await opened.Journal.TakeNodeAsync(7);

        await HaveAsync(Numbers(opened.Journal));

        Assert.Equal([7], await TakenAsync());
        Assert.Equal(opened.Journal.Name, await _database.SingleAsync<Guid>("select journal from emergency_node"));
        Assert.Equal(7, opened.Journal.Node);
    }

    [Fact]
    public async Task A_number_that_another_journal_has_is_given_up_after_a_start()
    {
        await _database.ExecuteAsync("insert into emergency_node (number, journal) values (7, gen_random_uuid())");
        await using var opened = new OpenJournal(_folder.In("journal"));
        await opened.Journal.TakeNodeAsync(7);

        await HaveAsync(Numbers(opened.Journal));

        Assert.Equal(0, opened.Journal.Node);
        Assert.StartsWith("900", await opened.KeepsAsync(OpenJournal.Entry(1)), StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("7 of this journal belongs to another", StringComparison.Ordinal));
    }

    private NodeNumbers Numbers(Journal journal) =>
        new(_source, journal, LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<NodeNumbers>());

    private static Task HaveAsync(NodeNumbers numbers) => numbers.HaveAsync(TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<int>> TakenAsync() => _database.QueryAsync<int>("select number from emergency_node order by number");
}
