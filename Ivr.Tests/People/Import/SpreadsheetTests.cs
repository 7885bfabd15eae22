using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

/// <summary>Files as spreadsheets save them: Excel with Belgian settings above all.</summary>
public sealed class SpreadsheetTests(TestCluster cluster)
{
    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData(',')]
    public async Task Semicolons_and_tabs_separate_fields_as_commas_do(char delimiter)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var file = "\uFEFFuser_number|name|region|phone|language|active\r\n124980864217|\"Zoë; of, Thuis\"|brussels|+32475550101|nl|true\r\n";

        Assert.Equal(1, await desk.ImportAsync(CsvTables.Clients, file.Replace('|', delimiter)));

        Assert.Equal(
            "Zoë; of, Thuis|brussels|+32475550101|nl|t",
            await desk.Database.SingleAsync<string>(
                "select concat_ws('|', name, region, phone, language, active) from client where user_number = '124980864217'"));
    }

    [Fact]
    public async Task Commas_in_every_line_of_a_file_with_semicolons_stay_in_their_fields()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Companies, "company_code;name\nX1;Ex, One\nX2;Ex, Two\nX3;Ex, Three\n");

        Assert.Equal(
            ["Ex, One", "Ex, Two", "Ex, Three"],
            await desk.Database.QueryAsync<string>("select name from company where company_code like 'X%' order by company_code"));
    }

    [Theory]
    [InlineData("TRUE", "FALSE")]
    [InlineData("True", "False")]
    [InlineData("WAAR", "ONWAAR")]
    [InlineData("VRAI", "FAUX")]
    [InlineData("WAHR", "FALSCH")]
    public async Task True_and_false_are_read_in_the_languages_of_the_country(string yes, string no)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        await desk.ImportAsync(CsvTables.Workers, $"""
            login;password;company_code;name;language;active;app_blocked
            980000000077;908172;BETA;One;nl;{yes};{no}
            980000000088;908172;BETA;Two;nl;{no};{yes}
            """);

        Assert.Equal(
            ["t f", "f t"],
            await desk.Database.QueryAsync<string>(
                "select concat_ws(' ', active, app_blocked) from worker where login in ('980000000077', '980000000088') order by login"));
    }

    [Fact]
    public async Task Empty_rows_are_skipped_and_counted_as_lines()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        Assert.Equal(2, await desk.ImportAsync(CsvTables.Companies, "company_code;name\n;\nX;Ex\n;\n\nY;Why\n;\n;;;\n"));

        Assert.StartsWith(
            "companies.csv, line 4, column 2 (name): '' is empty.",
            await desk.RefusedAsync(CsvTables.Companies, "company_code;name\nX;Ex\n;\nY;\n"),
            StringComparison.Ordinal);
    }
}
