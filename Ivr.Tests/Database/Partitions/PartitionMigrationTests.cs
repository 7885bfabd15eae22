using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database.Partitions;

/// <summary>Migrates a database with all entries in one table to one partition per month. The contents stay the same.</summary>
public sealed class PartitionMigrationTests(TestCluster cluster)
{
    private const string Everything = """
        select concat_ws(E'\n',
            (select json_agg(prestation order by id) from (
                select id, reference, company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                       call_sid, entry_no, possible_duplicate, deliveries, recorded_in, origin from prestation) as prestation),
            (select json_agg(entry) from (select id, status, prestation_id from emergency_entry order by id) as entry),
            (select json_agg(correction) from (select prestation_id, number, hours, reason from prestation_correction order by id) as correction),
            (select json_agg(feed order by reference) from prestation_feed as feed),
            (select json_agg(entry order by id) from company_entry as entry))
        """;

    [Fact]
    public async Task Entries_references_corrections_and_rights_are_kept()
    {
        await using var database = new TestDatabase(await cluster.CreateEmptyDatabaseAsync());
        await using var source = DatabaseServices.CreateSource(database.ConnectionString);
        var before = Migration.All.TakeWhile(migration => !migration.Name.EndsWith("_prestation_partitions.sql", StringComparison.Ordinal)).ToList();
        await new Migrator(source, before).MigrateAsync(TestContext.Current.CancellationToken);
        await database.ExecuteAsync($"""
            insert into company (company_code, name) values ('A', 'A');
            insert into worker (login, password_hash, company_id, name, language, active) select '980000000011', 'x', id, 'W', 'nl', true from company;
            insert into client (user_number, name, region, language, active) values ('100000000135', 'C', 'flanders', 'nl', true);
            insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id, activity, hours,
                                         service_date, language, line, dialled, caller, after_confirmation, left_at)
            select 'CA' || md5('7'), 1, login, true, worker.id, user_number, true, client.id, 1, 3, '2025-12-08', 'nl', 'wallonia', '', '', true, now()
            from worker, client;
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                    call_sid, entry_no, possible_duplicate, deliveries)
            select company_id, worker.id, client.id, client.region, 1, 3, '2025-12-01'::date + day, now(), 'wallonia', '', '+32470000001',
                   'CA' || md5(day::text), 1, false, 1 + day % 2
            from worker, client, generate_series(0, 60) as day;
            insert into prestation_correction (prestation_id, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
            select id, 1, company_id, 2, 2, '2026-01-02', false, 'why', 'who', now() from prestation where service_date = '2025-12-31';
            grant select (hours), insert (hours) on prestation to {TestCluster.ServerRole};
            grant select on prestation_feed to {TestCluster.ServerRole};
            create policy its_reader on prestation to {TestCluster.ServerRole} using (true);
            """);
        var was = await database.SingleAsync<string>(Everything);
        var (linked, last) = await database.SingleAsync<(string, long)>(
            "select (select status from emergency_entry where prestation_id is not null), (select max(id) from prestation)");
        Assert.Equal("recorded", linked);

        Assert.NotEmpty(await new Migrator(source, Migration.All).MigrateAsync(TestContext.Current.CancellationToken));

        Assert.Equal(was, await database.SingleAsync<string>(Everything));
        Assert.Equal(
            ["prestation_2025_12 31", "prestation_2026_01 30"],
            await database.QueryAsync<string>("select concat_ws(' ', tableoid::regclass, count(*)) from prestation group by tableoid order by 1"));
        Assert.Equal("2025-12-31", await database.SingleAsync<string>("select recorded_date::text from prestation_correction"));
        Assert.Equal("t t t t f", await database.SingleAsync<string>($"""
            select concat_ws(' ', has_column_privilege('{TestCluster.ServerRole}', 'prestation', 'hours', 'SELECT'),
                         has_column_privilege('{TestCluster.ServerRole}', 'prestation', 'hours', 'INSERT'),
                         has_sequence_privilege('{TestCluster.ServerRole}', 'prestation_id_seq', 'USAGE'),
                         has_table_privilege('{TestCluster.ServerRole}', 'prestation_feed', 'SELECT'),
                         has_column_privilege('{TestCluster.ServerRole}', 'prestation', 'caller', 'SELECT'))
            """));
        Assert.Equal(["its_company", "its_reader"], await database.QueryAsync<string>("select policyname::text from pg_policies where tablename = 'prestation' order by 1"));
        Assert.Equal(last + 1, await database.SingleAsync<long>("""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                    call_sid, entry_no, possible_duplicate)
            select company_id, worker_id, client_id, region, activity, hours, service_date, now(), line, dialled, caller, call_sid, 2, false
            from prestation limit 1
            returning id
            """));
    }
}
