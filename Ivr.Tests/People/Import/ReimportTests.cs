using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class ReimportTests(TestCluster cluster)
{
    [Fact]
    public async Task A_key_that_is_known_updates_its_row_and_adds_none()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var id = await desk.Database.SingleAsync<long>("select id from client where user_number = '100000000135'");

        await desk.ImportAsync(CsvTables.Clients, """
            user_number,name,region,phone,language,active
            100000000135,Moved,wallonia,,fr,false
            """);

        Assert.Equal(
            "Moved wallonia fr f",
            await desk.Database.SingleAsync<string>($"select concat_ws(' ', name, region, phone, language, active) from client where id = {id}"));
        Assert.Equal(4, await desk.Database.SingleAsync<int>("select count(*) from client"));
    }

    [Fact]
    public async Task Short_numbers_outlive_an_import_and_end_for_a_worker_who_is_imported_for_another_company()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        await desk.Database.ExecuteAsync($"""
            insert into saved_client (worker_id, company_id, user_number, name, saved_at)
            select id, company_id, '{TestData.InFlanders}', 'The lady with the dog', now() from worker where login in ('{TestData.Nl.Login}', '{TestData.Fr.Login}')
            """);

        await desk.ImportAsync(CsvTables.Clients, TestData.Clients);
        await desk.ImportAsync(CsvTables.Workers, """
            login,password,company_code,name,language,active
            980000000011,55555,BETA,Worker nl,nl,true
            980000000022,55555,ALFA,Worker fr,fr,true
            """);

        Assert.Equal(
            ["980000000011 ALFA 10 t", "980000000022 ALFA 10 f"],
            await desk.Database.QueryAsync<string>("""
                select concat_ws(' ', login, company_code, number, removed_at is not null)
                from saved_client join worker on worker.id = worker_id join company on company.id = saved_client.company_id order by login
                """));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_the_second_time()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Companies, TestData.Companies);
        await desk.ImportAsync(CsvTables.Clients, TestData.Clients);

        Assert.Equal(
            [2, 6, 4],
            await desk.Database.QueryAsync<int>("""
                select count(*) from company union all select count(*) from worker union all select count(*) from client
                """));
    }

    [Fact]
    public async Task The_language_that_a_worker_picked_on_the_phone_outlives_an_import()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses("4#" + TestData.Nl.Keys);
        await using var desk = new ImportDesk(server.Database.ConnectionString);

        await desk.ImportAsync(CsvTables.Workers, """
            login,password,company_code,name,language,active
            980000000011,55555,BETA,Married name,fr,true
            """);

        Assert.Equal(
            "Married name|fr|en",
            await desk.Database.SingleAsync<string>("select concat_ws('|', name, language, picked_language) from worker where login = '980000000011'"));
        await using var next = await server.DialAsync(TestData.Wallonia);
        await next.Presses("980000000011#55555#");
        next.HearsIn("en", "number");
    }
}
