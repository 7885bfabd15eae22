using System.Text;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class ImportProgressTests(TestCluster cluster)
{
    private const int Many = 3000;
    private const string Header = "login,password,company_code,name,language,active\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_progress_rises_to_the_length_of_the_file()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var file = $"company_code,name\n{string.Concat(Enumerable.Range(0, Many).Select(number => $"C{number},Company with quite a long name {number}\n"))}";
        var told = new Told();

        await desk.ImportAsync(CsvTables.Companies, file, told);

        Assert.InRange(told.Values.Distinct().Count(), 5, int.MaxValue);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(Encoding.UTF8.GetByteCount(file), told.Values[^1]);
    }

    [Fact]
    public async Task A_file_of_a_header_alone_is_read_to_its_end_too()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var told = new Told();

        await desk.ImportAsync(CsvTables.Workers, Header, told);

        Assert.Equal(Header.Length, Assert.Single(told.Values));
    }

    [Fact]
    public async Task Passwords_are_hashed_side_by_side()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var rows = Enumerable.Range(0, 64).Select(number => $"9900000000{number:D2},{4700 + number},ALFA,Worker,nl,true\n");
        // Each hash call waits until a second call runs: the test fails if hashing is sequential.
        using var together = new ManualResetEventSlim();
        var atWork = 0;

        await desk.ImportAsync(CsvTables.Workers, $"{Header}{string.Concat(rows)}", progress: null, passwords =>
        {
            if (Interlocked.Increment(ref atWork) > 1)
                together.Set();
            Assert.True(together.Wait(Patience), "One is hashed after the other.");
            Interlocked.Decrement(ref atWork);
            return ImportDesk.Passwords.CreateAll(passwords);
        });

        Assert.Equal(64, await desk.Database.SingleAsync<int>("select count(*) from worker where login like '99000000%'"));
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
