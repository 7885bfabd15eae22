using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class ImportTests(TestCluster cluster)
{
    [Fact]
    public async Task Companies_come_in_with_their_names()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        Assert.Equal(2, await desk.ImportAsync(CsvTables.Companies, "company_code,name\nNEW-1,First\nNEW_2.x,Second\n"));

        Assert.Equal(
            ["NEW-1 First", "NEW_2.x Second"],
            await desk.Database.QueryAsync<string>("select company_code || ' ' || name from company where company_code like 'NEW%' order by 1"));
    }

    [Fact]
    public async Task Workers_come_in_with_their_company_and_a_password_that_only_its_hash_is_kept_of()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Workers, "login,password,company_code,name,language,active\n980000000077,908172,BETA,Newcomer,de,false\n");

        var worker = await desk.Database.SingleAsync<string>("""
            select concat_ws(' ', company_code, worker.name, language, active, app_blocked)
            from worker join company on company.id = company_id where login = '980000000077'
            """);
        Assert.Equal("BETA Newcomer de f f", worker);
        var hash = await desk.Database.SingleAsync<string>("select password_hash from worker where login = '980000000077'");
        Assert.Equal(new PasswordCheck(Fits: true, Renewed: null), await ImportDesk.CheckAsync(hash, "908172"));
        Assert.False((await ImportDesk.CheckAsync(hash, "908173")).Fits);
        Assert.DoesNotContain("908172", await desk.Database.SingleAsync<string>("select json_agg(worker)::text from worker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_column_of_workers_may_say_that_the_app_blocks_them()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Workers, """
            login,password,company_code,name,language,active,app_blocked
            980000000077,908172,BETA,Blocked,de,true,true
            980000000088,908172,BETA,Free,de,true,false
            """);

        Assert.Equal(
            ["980000000077"],
            await desk.Database.QueryAsync<string>("select login from worker where app_blocked and login in ('980000000077', '980000000088')"));
    }

    [Fact]
    public async Task Clients_come_in_with_and_without_a_phone()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Clients, """
            user_number,name,region,phone,language,active
            200000000068,With phone,brussels,+32475550101,de,true
            200000000169,Without,wallonia,,en,false
            """);

        Assert.Equal(
            ["With phone|brussels|+32475550101|de|t", "Without|wallonia|none|en|f"],
            await desk.Database.QueryAsync<string>("""
                select concat_ws('|', name, region, coalesce(phone, 'none'), language, active)
                from client where user_number like '2%' order by user_number
                """));
    }

    [Fact]
    public async Task Quoted_fields_keep_their_commas_quotation_marks_and_accents()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Companies, "company_code,name\nQ,\"Zoë, \"\"'t Huis\"\", façade & Söhne\"\n");

        Assert.Equal(
            """Zoë, "'t Huis", façade & Söhne""",
            await desk.Database.SingleAsync<string>("select name from company where company_code = 'Q'"));
    }

    [Theory]
    [InlineData("\uFEFFcompany_code,name\nX,Ex\n")]
    [InlineData("company_code,name\r\nX,Ex\r\n")]
    [InlineData("company_code,name\nX,Ex")]
    [InlineData("\"company_code\",\"name\"\n\nX,Ex\n\n")]
    public async Task Byte_order_mark_line_ends_and_blank_lines_do_not_matter(string file)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        Assert.Equal(1, await desk.ImportAsync(CsvTables.Companies, file));

        Assert.Equal("Ex", await desk.Database.SingleAsync<string>("select name from company where company_code = 'X'"));
    }

    [Fact]
    public async Task A_file_of_a_header_alone_imports_nothing_and_is_no_mistake()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        Assert.Equal(0, await desk.ImportAsync(CsvTables.Companies, "company_code,name\n"));
    }
}
