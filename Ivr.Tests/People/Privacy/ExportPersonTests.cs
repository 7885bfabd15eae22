using System.Text.Json;
using Ivr.Server.People.Persons;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary><c>export-person</c> exports all data about a person, but no secrets and no data about other people.</summary>
public sealed class ExportPersonTests(TestCluster cluster) : IAsyncLifetime
{
    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await PrivacyDesk.OpenAsync(cluster);
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.RecordAsync(TestData.Nl, TestData.InBrussels);
        await _desk.RecordAsync(TestData.De, TestData.InFlanders, caller: "+32470000002");
        foreach (var worker in new[] { TestData.Nl, TestData.De })
        {
            await _desk.LeaveAsync(worker, TestData.InFlanders);
            await _desk.RefuseAsync(worker, "1 minute");
            await _desk.RememberAsync(worker, "1 day");
            await _desk.TraceAsync(worker, "1 minute");
            await _desk.TakePlaceAsync(worker.Login, "1 minute");
            await _desk.SaveAsync(worker, TestData.InFlanders, "1 minute");
        }

        await _desk.FailAsync(TestData.Nl.Login, "1 day");
        await _desk.FailAsync(TestData.De.Login, "1 day");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_worker_s_is_JSON_on_standard_output()
    {
        var (exitCode, output, errors) = await _desk.RunAsync("export-person", "worker", TestData.Nl.Login);

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        using var json = JsonDocument.Parse(output);
        var person = json.RootElement;
        Assert.Equal("worker", person.GetProperty("person").GetString());
        var worker = Assert.Single(person.GetProperty("worker").EnumerateArray());
        Assert.Equal("Worker nl", worker.GetProperty("name").GetString());
        Assert.False(worker.TryGetProperty("password_hash", out _));
        Assert.Equal("ALFA", Assert.Single(person.GetProperty("company").EnumerateArray()).GetProperty("company_code").GetString());
        Assert.Equal(2, person.GetProperty("prestation").GetArrayLength());
        Assert.All(person.GetProperty("prestation").EnumerateArray(), entry => Assert.Equal("+32470000001", entry.GetProperty("caller").GetString()));
        Assert.Equal(TestData.Nl.Login, Assert.Single(person.GetProperty("login_failure").EnumerateArray()).GetProperty("login").GetString());
        Assert.Equal(1, person.GetProperty("login_lock").GetArrayLength());
        Assert.Equal(1, person.GetProperty("locked_login_entry").GetArrayLength());
        var left = Assert.Single(person.GetProperty("emergency_entry").EnumerateArray());
        Assert.Equal((TestData.Nl.Login, 3), (left.GetProperty("login").GetString(), left.GetProperty("hours").GetInt32()));
        Assert.False(left.GetProperty("login_locked").GetBoolean());
        Assert.Equal("900000006", Assert.Single(person.GetProperty("emergency_reference").EnumerateArray()).GetProperty("reference").GetString());
        Assert.Equal(1, person.GetProperty("refused_look_up").GetArrayLength());
        Assert.False(Assert.Single(person.GetProperty("worker_mobile").EnumerateArray()).TryGetProperty("mark", out _));
        Assert.Equal("UserNumber", Assert.Single(person.GetProperty("call").EnumerateArray()).GetProperty("step").GetString());
        Assert.Equal(10, Assert.Single(person.GetProperty("saved_client").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.DoesNotContain("The lady with the dog", output, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.InFlanders, output, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.De.Login, output, StringComparison.Ordinal);
        var hash = await _desk.Database.SingleAsync<string>($"select password_hash from worker where login = '{TestData.Nl.Login}'");
        Assert.DoesNotContain(hash, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_s_goes_into_a_file_that_its_owner_alone_may_read_and_holds_no_worker_and_no_caller()
    {
        var (exitCode, output, _) = await _desk.RunAsync("export-person", "client", TestData.InFlanders, "--output", "person.json");

        Assert.Equal((0, "Exported to person.json."), (exitCode, output));
        var file = _desk.Folder.In("person.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var text = await File.ReadAllTextAsync(file);
        using var json = JsonDocument.Parse(text);
        Assert.Equal("Client in Flanders", Assert.Single(json.RootElement.GetProperty("client").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("prestation").GetArrayLength());
        Assert.Equal(2, json.RootElement.GetProperty("emergency_entry").GetArrayLength());
        Assert.Equal(2, json.RootElement.GetProperty("emergency_reference").GetArrayLength());
        Assert.Equal(
            ["The lady with the dog", "The lady with the dog"],
            json.RootElement.GetProperty("saved_client").EnumerateArray().Select(saved => saved.GetProperty("name").GetString()));
        Assert.DoesNotContain("worker", text, StringComparison.Ordinal);
        Assert.DoesNotContain("login", text, StringComparison.Ordinal);
        Assert.DoesNotContain("+3247000000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        await _desk.Folder.WriteAsync("person.json", "something else");

        var (exitCode, _, errors) = await _desk.RunAsync("export-person", "client", TestData.InFlanders, "--output", "person.json");

        Assert.Equal(1, exitCode);
        Assert.Contains("already exists", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal("something else", await File.ReadAllTextAsync(_desk.Folder.In("person.json")));
    }

    [Fact]
    public async Task Somebody_who_is_not_known_is_told_without_the_number()
    {
        var (exitCode, output, errors) = await _desk.RunAsync("export-person", "worker", "980999999999");

        Assert.Equal((1, "", "No worker has this login."), (exitCode, output, Assert.Single(errors)));
    }

    [Fact]
    public async Task Every_table_about_workers_or_clients_is_exported()
    {
        foreach (var (kind, columns) in new[]
                 {
                     (PersonKind.Worker, "'login', 'worker_id', 'worker_login'"),
                     (PersonKind.Client, "'user_number', 'client_id'"),
                 })
        {
            var tables = await _desk.Database.QueryAsync<string>($"""
                select distinct table_name::text from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ({columns})
                  and not (select relispartition from pg_class where oid = table_name::regclass)
                """);
            Assert.Empty(tables.Except(kind.Tables.Select(table => table.Table)));
            Assert.NotEmpty(tables);
        }
    }
}
