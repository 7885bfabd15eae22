using System.Text;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class RefusedFileTests(TestCluster cluster)
{
    private const string HeaderMustBe = "the header must be company_code,name.";

    [Theory]
    [InlineData("X,Ex\nY,Why\n", 1)]
    [InlineData("code,name\nX,Ex\n", 1)]
    [InlineData("company_code,Name\nX,Ex\n", 2)]
    [InlineData("company_code\nX\n", 2)]
    [InlineData("name,company_code\nEx,X\n", 1)]
    [InlineData("company_code,name,more\nX,Ex,\n", 3)]
    [InlineData("company_code|name\nX|Ex\n", 1)]
    [InlineData("company_code;Name\nX;Ex\n", 2)]
    [InlineData("", 1)]
    [InlineData("\n\n", 1)]
    public async Task A_wrong_header_is_refused_and_the_right_one_told(string file, int column)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, file);

        Assert.Equal($"companies.csv, line 1, column {column}: {HeaderMustBe}\nNothing was imported.", told);
    }

    [Fact]
    public async Task The_header_that_is_told_has_optional_columns_in_brackets()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Workers, "login,password,company_code,name,language,active,blocked\n");

        Assert.Contains(
            "column 7: the header must be login,password,company_code,name,language,active[,app_blocked].", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_1252_is_refused_by_name_once_and_where_its_first_accent_stands()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, Encoding.Latin1.GetBytes("company_code;name\nX;Ex\nY;Béta\nZ;Bèta\n"));

        Assert.Equal(
            "companies.csv, line 3, column 2: the file is not UTF-8, but probably Windows-1252. In Excel, save it as \"CSV UTF-8\", "
            + "or run: iconv -f WINDOWS-1252 -t UTF-8 FILE.csv.\nNothing was imported.",
            told);
    }

    [Fact]
    public async Task UTF_16_is_refused_by_name()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(
            CsvTables.Companies, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("company_code,name\nX,Ex\n")]);

        Assert.StartsWith("companies.csv, line 1, column 1: the file is UTF-16 and not UTF-8. In Excel, save it as", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_line_breaks_is_given_up_before_it_fills_the_memory()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, $"company_code,name\nX,{new string('x', 1_000_000)}");

        Assert.StartsWith("companies.csv, line 2, column 2: a field has more than 65536 characters.\n", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_row_behind_thousands_of_good_ones_keeps_them_all_out()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        var rows = Enumerable.Range(2, 4998).Select(line => $"C{line},Company {line}");

        var told = await desk.RefusedAsync(CsvTables.Companies, $"company_code,name\n{string.Join('\n', rows)}\nBAD,\n");

        Assert.StartsWith("companies.csv, line 5000, column 2 (name): '' is empty.\n", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_told_at_once_each_with_its_line()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, "company_code,name\nX Y,\nGOOD,Good\nZ,\nonly one\n");

        Assert.Equal(
            [(2, 1), (2, 2), (4, 2), (5, 2)],
            told.Split('\n')[..^1].Select(line => line.Split(' ', ',', ':')).Select(words => (int.Parse(words[3]), int.Parse(words[6]))));
    }

    [Fact]
    public async Task Twenty_mistakes_are_enough()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(
            CsvTables.Companies, $"company_code,name\n{string.Concat(Enumerable.Range(1, 500).Select(number => $"C{number},\n"))}");

        var lines = told.Split('\n');
        Assert.Equal(21, lines.Length);
        Assert.Equal("... and perhaps more. Nothing was imported.", lines[^1]);
    }
}
