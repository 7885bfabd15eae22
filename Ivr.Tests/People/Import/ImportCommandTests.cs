using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

public sealed class ImportCommandTests(TestCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_imports_and_says_how_much_in_plain_lines_when_nobody_looks()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await _folder.WriteAsync("firms.csv", "company_code,name\nX,Ex\nY,Why\n");

        var (exitCode, output, errors) = await ImportAsync(database, "companies", "firms.csv");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.EndsWith("2 companies imported from firms.csv.", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', output);
        Assert.DoesNotContain('\r', output);
        Assert.Equal(4, await database.SingleAsync<int>("select count(*) from company"));
    }

    [Fact]
    public async Task Workers_imported_by_command_can_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await _folder.WriteAsync("workers.csv", "login,password,company_code,name,language,active\n980000000077,8642,ALFA,New,nl,true\n");

        var (exitCode, _, errors) = await ImportAsync(server.Database, "workers", "workers.csv");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses("980000000077#8642#" + TestData.InFlanders + "131");
        Assert.Equal("980000000077", Assert.Single(await server.Database.FeedAsync()).WorkerLogin);
    }

    [Fact]
    public async Task A_refused_file_is_told_on_the_error_stream_with_exit_code_1()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await _folder.WriteAsync("firms.csv", "company_code,name\nX,\n");

        var (exitCode, output, errors) = await ImportAsync(database, "companies", "firms.csv");

        Assert.Equal(1, exitCode);
        Assert.Equal(["firms.csv, line 2, column 2 (name): '' is empty.", "Nothing was imported."], errors);
        Assert.DoesNotContain("imported from", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clients", "--allow-wrong-check-digits")]
    [InlineData("--allow-wrong-check-digits", "clients")]
    public async Task Wrong_check_digits_are_imported_on_request_alone(params string[] asked)
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await _folder.WriteAsync("clients.csv", "user_number;name;region;phone;language;active\n124980000001;Odd;brussels;;nl;true\n");

        var (refused, _, errors) = await ImportAsync(database, "clients", "clients.csv");
        Assert.Equal(1, refused);
        Assert.StartsWith("clients.csv, line 2, column 1 (user_number): '124980000001' has wrong check digits", errors[0], StringComparison.Ordinal);

        var (exitCode, _, none) = await ImportAsync(database, asked[0], asked[1], "clients.csv");
        Assert.Empty(none);
        Assert.Equal(0, exitCode);
        Assert.Equal(1, await database.SingleAsync<int>("select count(*) from client where user_number = '124980000001'"));
    }

    [Fact]
    public async Task A_missing_file_is_told_in_one_line()
    {
        await using var database = await cluster.TakeDatabaseAsync();

        var (exitCode, _, errors) = await ImportAsync(database, "companies", "nowhere.csv");

        Assert.Equal(1, exitCode);
        Assert.Equal($"Could not find file '{_folder.In("nowhere.csv")}'.", Assert.Single(errors));
    }

    [Fact]
    public async Task A_second_file_is_not_passed_over_in_silence()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await _folder.WriteAsync("firms.csv", "company_code,name\nX,Ex\n");

        var (exitCode, _, errors) = await ImportAsync(database, "companies", "firms.csv", "more.csv");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("'more.csv' is not understood", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(2, await database.SingleAsync<int>("select count(*) from company"));
    }

    private Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> ImportAsync(
        TestDatabase database, string table, params string[] files) =>
        ServerProgram.RunAsync(
            _folder.Path,
            "Production",
            [
                "import", table, .. files,
                $"--ConnectionStrings:Ivr={database.ConnectionString}",
                $"--Passwords:Pepper={TestCluster.Pepper}",
                $"--Passwords:Iterations={TestCluster.Iterations}",
            ]);
}
