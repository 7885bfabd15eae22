using Dapper;
using Ivr.Caller.Scripts.Model;
using Ivr.Server.Configuration;
using Ivr.Server.Mobiles;
using Ivr.Server.People.Import;
using Ivr.Server.Words;
using Ivr.Tests.Host;
using Ivr.Tests.People.Import;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.CallScripts.Running;

/// <summary>Loads the test data of a script into a server's database through the import, like all data.</summary>
internal sealed class ScriptDataLoader(TestServer server)
{
    public async Task LoadAsync(ScriptData data)
    {
        await ImportAsync(CsvTables.Companies, data.Companies, row => [row.CompanyCode, row.Name]);
        await ImportAsync(CsvTables.Workers, data.Workers, row =>
            [row.Login, row.Password, row.CompanyCode, row.Name, row.Language, Word(row.Active), Word(row.AppBlocked)]);
        // A script may need a client whose check digits are wrong.
        await ImportAsync(CsvTables.ClientsWithAnyCheckDigits, data.Clients, row =>
            [row.UserNumber, row.Name, row.Region, row.Phone ?? "", row.Language, Word(row.Active)]);
        foreach (var row in data.Locks ?? [])
            await LockAsync(row);
        foreach (var row in data.Mobiles ?? [])
            await KnowAsync(row);
    }

    private async Task ImportAsync<T>(CsvTable table, IReadOnlyList<T>? rows, Func<T, string[]> fields)
    {
        if (rows is null)
            return;
        var lines = rows.Select(row => fields(row).Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            .Prepend(table.Columns.Select(column => column.Name));
        await ImportDesk.ImportAsync(server.Database, table, string.Join('\n', lines.Select(line => string.Join(',', line))));
    }

    private async Task LockAsync(LockRow row)
    {
        var until = row.Minutes is { } minutes ? server.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes) : (DateTime?)null;
        await server.Database.LookAsync(connection => connection.ExecuteAsync(
            "insert into login_lock (login, failures, locked_until) values (@Login, @Failures, @until)", new { row.Login, row.Failures, until }));
    }

    private async Task KnowAsync(MobileRow row)
    {
        var now = server.Clock.GetUtcNow();
        await server.Database.LookAsync(connection => connection.ExecuteAsync(
            """
            insert into worker_mobile (mark, worker_id, entries, call_sid, entry_no, used_on, remembered_at)
            select @Mark, id, @Entries, 'CA' || repeat('0', 32), 1, @UsedOn, @Since from worker where login = @Login
            """,
            new
            {
                Mark = new MobileMark(Options.Create(new PasswordOptions { Pepper = TestCluster.Pepper })).Of(row.Caller),
                Entries = row.Entries ?? 3,
                UsedOn = BrusselsTime.DateOf(now).AddDays(-row.DaysAgo),
                Since = row.Entries is null ? now : (DateTimeOffset?)null,
                row.Login,
            }));
    }

    private static string Word(bool yes) => yes ? "true" : "false";
}
