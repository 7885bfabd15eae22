using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ivr.Server.People.Import;
using Ivr.StateMachine.Answers;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class LargeImportTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Clients = 100_000;
    private const int Workers = 1_000;

    [Fact]
    public async Task A_hundred_thousand_clients_come_in_well_under_a_minute()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var file = new StringBuilder("user_number,name,region,phone,language,active\n");
        for (var number = 0; number < Clients; number++)
        {
            var firstTen = string.Create(CultureInfo.InvariantCulture, $"3{number:D9}");
            file.Append(
                CultureInfo.InvariantCulture,
                $"{firstTen}{UserNumber.CheckDigitsOf(firstTen):D2},\"Client, {number}\",flanders,+32475{number:D6},nl,true\n");
        }


        await using var metronome = new Metronome();
        var watch = Stopwatch.StartNew();
        var imported = await desk.ImportAsync(CsvTables.Clients, file.ToString());
        var seconds = watch.Elapsed.TotalSeconds;

        output.WriteLine($"{Clients} clients in {seconds:F1} s");
        Assert.Equal(Clients, imported);
        Assert.Equal(Clients, await desk.Database.SingleAsync<int>("select count(*) from client where user_number like '3%'"));
        Assert.InRange(seconds, 0, metronome.Allow(TimeSpan.FromSeconds(30)).TotalSeconds);
    }

    [Fact]
    public async Task Every_password_of_many_workers_is_hashed_with_a_salt_of_its_own()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var rows = Enumerable.Range(0, Workers).Select(number => $"9900{number:D6},{1000 + number},ALFA,Worker {number},nl,true");

        await desk.ImportAsync(CsvTables.Workers, $"login,password,company_code,name,language,active\n{string.Join('\n', rows)}");

        var hashes = await desk.Database.QueryAsync<string>("select password_hash from worker where login like '9900%' order by login");
        Assert.Equal(Workers, hashes.Distinct().Count());
        foreach (var (number, hash) in hashes.Index())
            Assert.True((await ImportDesk.CheckAsync(hash, $"{1000 + number}")).Fits);
    }
}
