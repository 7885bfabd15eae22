using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class RefusedFieldTests(TestCluster cluster)
{
    private const string ClientHeader = "user_number,name,region,phone,language,active";
    private const string WorkerHeader = "login,password,company_code,name,language,active,app_blocked";

    private static readonly string LongName = new('n', 201);

    public static TheoryData<string, string> Clients => new()
    {
        { "10000000013,Name,flanders,,nl,true", $"column 1 (user_number): '10000000013' has 11 digits: {Dropped}" },
        { "124980000000,Name,flanders,,nl,true", $"column 1 (user_number): '124980000000' has wrong check digits: {Rounded}" },
        { "\"1,2498E+11\",Name,flanders,,nl,true", $"column 1 (user_number): '1,2498E+11' is wrong: {Rounded}" },
        { "1.2498E+11,Name,flanders,,nl,true", $"column 1 (user_number): '1.2498E+11' is wrong: {Rounded}" },
        { "100000001035,Name,flanders,,nl,true", "column 1 (user_number): '100000001035' has wrong check digits: a digit is wrong, or two are swapped." },
        { "1000000001350,Name,flanders,,nl,true", "column 1 (user_number): '1000000001350' has 13 digits: a user number has 12." },
        { "10000000O135,Name,flanders,,nl,true", "column 1 (user_number): '10000000O135' is no user number: 12 digits." },
        { "100 000 0001,Name,flanders,,nl,true", "column 1 (user_number): '100 000 0001' is no user number: 12 digits." },
        { "١٠٠٠٠٠٠٠٠١٣٥,Name,flanders,,nl,true", "column 1 (user_number): '١٠٠٠٠٠٠٠٠١٣٥' is no user number: 12 digits." },
        { "100000000135,,flanders,,nl,true", "column 2 (name): '' is empty." },
        { "100000000135,\" \",flanders,,nl,true", "column 2 (name): ' ' is empty." },
        { $"100000000135,{LongName},flanders,,nl,true", $"column 2 (name): '{LongName[..40]}...' is longer than 200 characters." },
        { "100000000135,A\tB,flanders,,nl,true", "column 2 (name): 'A?B' has a control character in it." },
        { "100000000135,A\0B,flanders,,nl,true", "column 2 (name): 'A?B' has a control character in it." },
        { "100000000135,A\u001B[31mB,flanders,,nl,true", "column 2 (name): 'A?[31mB' has a control character in it." },
        { "100000000135,Name,Flanders,,nl,true", "column 3 (region): 'Flanders' is not one of flanders, brussels, wallonia." },
        { "100000000135,Name,flanders,0475550101,nl,true", "column 4 (phone): '0475550101' is no E.164 number such as +32470123456, nor empty." },
        { "100000000135,Name,flanders,,it,true", "column 5 (language): 'it' is not one of nl, fr, de, en." },
        { "100000000135,Name,flanders,,nl,yes", "column 6 (active): 'yes' is not one of true, false." },
        { "100000000135,Name,flanders,3.247E+10,nl,true", $"column 4 (phone): '3.247E+10' is wrong: {Rounded}" },
        { "100000000135,Name,flanders,,nl", "column 6: the line has 5 fields, the header 6." },
        { "100000000135,Name, with comma,flanders,,nl,true", "column 7: the line has 7 fields, the header 6." },
        { "100000000135,\"Name,flanders,,nl,true", $"column 2: {GoesOn}" },
        { "100000000135,\"Name\nof two lines\",flanders,,nl,true", $"column 2: {GoesOn}" },
        { "100000000135,\"Name\r\nof two lines\",flanders,,nl,true", $"column 2: {GoesOn}" },
        { "100000000135,Na\"me,flanders,,nl,true", "column 2: a quotation mark stands in the middle of a field." },
    };

    private const string Rounded = "a spreadsheet has rounded it. Make the column text there, and enter the number again.";

    private const string Dropped = "a user number has 12, and a spreadsheet drops zeros at the beginning unless the column is text.";

    private const string GoesOn = "a quotation mark is not closed on its line; no field may have a line break in it.";

    public static TheoryData<string, string> Workers => new()
    {
        { "98O,90817263,ALFA,Name,nl,true,false", "column 1 (login): '98O' is no login: 4 to 20 digits." },
        { "9.8E+11,90817263,ALFA,Name,nl,true,false", $"column 1 (login): '9.8E+11' is wrong: {Rounded}" },
        { "980000000077,90817263,NOPE,Name,nl,true,false", "column 3 (company_code): 'NOPE' is not known: import it first." },
        { "980000000077,90817263,A B,Name,nl,true,false", "column 3 (company_code): 'A B' is no company code: 1 to 32 letters, digits, dots, hyphens or underscores." },
        { "980000000077,90817263,ALFA,Name,nl,true,", "column 7 (app_blocked): '' is not one of true, false." },
        { "980000000077,9081x263,ALFA,Name,nl,true,false", "column 2 (password): the value is no password for the phone: 4 to 20 digits." },
        { "980000000077,90817\u0007263,ALFA,Name,nl,true,false", "column 2 (password): the value has a control character in it." },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_bad_client_is_refused_with_line_and_column(string row, string what)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Clients, $"{ClientHeader}\n200000000068,Good,brussels,,fr,true\n{row}\n");

        Assert.Equal($"clients.csv, line 3, {what}\nNothing was imported.", told);
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public async Task A_bad_worker_is_refused_with_line_and_column_and_without_the_password(string row, string what)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Workers, $"{WorkerHeader}\n{row}\n");

        Assert.Equal($"workers.csv, line 2, {what}\nNothing was imported.", told);
        Assert.DoesNotContain("9081", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_open_at_the_end_of_the_file_is_told()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, "company_code,name\nX,\"Ex");

        Assert.Equal("companies.csv, line 2, column 2: a quotation mark is not closed.\nNothing was imported.", told);
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_refused_with_both_lines()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.Companies, "company_code,name\nX,Ex\nY,Why\nX,Ex again\nX,And again\n");

        Assert.Equal(
            "companies.csv, line 4, column 1 (company_code): 'X' stands on line 2 already.\n"
            + "companies.csv, line 5, column 1 (company_code): 'X' stands on line 2 already.\n"
            + "Nothing was imported.",
            told);
    }
}
