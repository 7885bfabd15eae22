using System.Globalization;
using System.Net;
using Ivr.Server.Database;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Faults;

/// <summary>A connection string with several hosts, over TCP.</summary>
public sealed class SeveralHostsTests(TestCluster cluster)
{
    [Fact]
    public async Task One_broken_connection_does_not_make_the_database_count_as_gone()
    {
        await using var proxies = await Proxies.StartAsync(cluster);
        await using var server = await TestServer.StartOnAsync(proxies.ConnectionString, new(TestServer.Afternoon));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        await using var others = await proxies.Database.OpenAsync();
        await others.EndOthersAsync();

        await call.Presses(TestData.InFlanders + "13" + "1");

        call.Hears("Uw prestatie is geregistreerd.");
    }

    [Fact]
    public async Task A_confirmation_that_was_cut_off_is_sent_again_and_recorded_once()
    {
        await using var proxies = await Proxies.StartAsync(cluster);
        await using var server = await TestServer.StartOnAsync(proxies.ConnectionString, new(TestServer.Afternoon));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        proxies.CutOnce(CommitFault.CutAfter);

        await call.Presses("1");

        var row = Assert.Single(await proxies.Database.FeedAsync());
        call.Hears($"Uw referentie is {DigitGroups.Groups(row.Reference)}.");
        Assert.Equal(2, await proxies.Database.SingleAsync<int>("select deliveries from prestation"));
    }

    [Fact]
    public async Task A_host_that_vanishes_without_a_word_is_noticed_though_a_confirmation_has_no_time_out()
    {
        const int jiffiesASecond = 100;
        await using var proxies = await Proxies.StartAsync(cluster);
        await using var source = DatabaseServices.CreateSource(proxies.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();

        // The kernel's table of TCP connections: local address, remote address, state, queues, and the active timer with its remaining
        // time.
        var remote = Proxies.Hexadecimal(new NpgsqlConnectionStringBuilder(connection.ConnectionString).Host!.Split(',')[0]);
        var timers = from line in await File.ReadAllLinesAsync("/proc/net/tcp", TestContext.Current.CancellationToken)
                     let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                     where fields[2] == remote
                     select fields[5].Split(':');
        const string keepAlive = "02";
        Assert.Contains(timers, timer =>
            timer[0] == keepAlive && int.Parse(timer[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) <= 11 * jiffiesASecond);
    }

    // Two hosts: the first leads to PostgreSQL, and the second closes every connection.
    private sealed class Proxies : IAsyncDisposable
    {
        private readonly IReadOnlyList<PostgresProxy> _proxies;

        private Proxies(string connectionString)
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            var socket = Path.Combine(settings.Host!, ".s.PGSQL.5432");
            _proxies = [new PostgresProxy(() => socket).Start(), new PostgresProxy(() => null).Start()];
            settings.Host = string.Join(',', _proxies.Select(proxy => proxy.Address));
            settings.TargetSessionAttributes = "primary";
            ConnectionString = settings.ConnectionString;
            Database = new(connectionString);
        }

        public string ConnectionString { get; }

        public TestDatabase Database { get; }

        public static async Task<Proxies> StartAsync(TestCluster cluster) => new(await cluster.CreateDatabaseAsync());

        public static string Hexadecimal(string address)
        {
            var endPoint = IPEndPoint.Parse(address);
            return $"{BitConverter.ToUInt32(endPoint.Address.GetAddressBytes()):X8}:{endPoint.Port:X4}";
        }

        public void CutOnce(CommitFault fault)
        {
            var cuts = 0;
            foreach (var proxy in _proxies)
                proxy.Fault = () => Interlocked.Increment(ref cuts) == 1 ? fault : CommitFault.None;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var proxy in _proxies)
                await proxy.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
