using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.Server.People.Retention;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database.Partitions;

public sealed class PartitionPurgeTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_lies_at_the_same_place_of_another_partition_stays()
    {
        // A new database, so that the first row of each partition has the same ctid.
        await using var database = new TestDatabase(await cluster.CreateDatabaseAsync());
        await using var source = DatabaseServices.CreateSource(database.ConnectionString);
        await new PrestationPartitions(source).MakeAsync(new(2010, 1, 1), months: 0);
        await database.ExecuteAsync($"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                    call_sid, entry_no, possible_duplicate)
            select company_id, worker.id, client.id, client.region, 1, 3, day, day, 'wallonia', '', '', 'CA' || md5(day::text), 1, false
            from worker, client, unnest(array[date '2010-01-05', date '2026-03-05']) as day
            where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
            """);
        Assert.Single(await database.QueryAsync<string>("select distinct ctid::text from prestation"));

        await using var purge = await Purge.BeginAsync(source, new RetentionOptions(), Now);
        Assert.Equal(1, await purge!.NextBatchAsync(RetentionRules.All.Single(rule => rule.Table == "prestation" && rule.Erase is null)));

        Assert.Equal(new DateOnly(2026, 3, 5), Assert.Single(await database.FeedAsync()).ServiceDate);
    }
}
