using Ivr.Server.People.Import;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Import;

/// <summary>Clients that workers key by a short number, from a file.</summary>
public sealed class SavedClientImportTests(TestCluster cluster)
{
    private const string Header = "login,user_number,name";
    private const string Nl = "980000000011";

    [Fact]
    public async Task They_have_short_numbers_in_the_order_of_the_file_and_can_be_keyed()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var desk = new ImportDesk(server.Database.ConnectionString);

        var imported = await desk.ImportAsync(CsvTables.SavedClients, $"""
            {Header}
            {Nl},{TestData.InBrussels},"Peeters, Monday"
            980000000022,{TestData.InFlanders},
            {Nl},{TestData.InFlanders},
            {Nl},{TestData.NoLongerActive},
            """);

        Assert.Equal(4, imported);
        Assert.Equal(
            [
                $"{Nl} ALFA 10 {TestData.InBrussels} Peeters, Monday", $"{Nl} ALFA 11 {TestData.InFlanders}", $"{Nl} ALFA 12 {TestData.NoLongerActive}",
                $"980000000022 ALFA 10 {TestData.InFlanders}",
            ],
            await ListAsync(desk));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "11#" + "13");
        call.Hears("Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5:");
    }

    [Fact]
    public async Task The_same_file_again_names_what_has_no_name_and_changes_nothing_of_the_company_s()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        await desk.ImportAsync(CsvTables.SavedClients, $"{Header}\n{Nl},{TestData.InBrussels},\n{Nl},{TestData.InFlanders},\n{Nl},{TestData.InWallonia},\n");
        await desk.Database.ExecuteAsync("update saved_client set name = 'Ours' where number = 10; update saved_client set removed_at = now() where number = 11");

        await desk.ImportAsync(
            CsvTables.SavedClients, $"{Header}\n{Nl},{TestData.InWallonia},Dubois\n{Nl},{TestData.InFlanders},Maes\n{Nl},{TestData.InBrussels},Peeters\n");

        Assert.Equal(
            [$"{Nl} ALFA 10 {TestData.InBrussels} Ours", $"{Nl} ALFA 11 {TestData.InFlanders} Maes removed", $"{Nl} ALFA 12 {TestData.InWallonia} Dubois"],
            await ListAsync(desk));
    }

    [Theory]
    [InlineData($"980000000099,{TestData.InFlanders},", "column 1 (login): '980000000099' is not known: import it first.")]
    [InlineData($"{Nl},999999999999,", "column 2 (user_number): '999999999999' is not known: import it first.")]
    [InlineData($"{Nl},10000000013,", "column 2 (user_number): '10000000013' has 11 digits")]
    [InlineData($"{Nl},{TestData.InBrussels},Again", $"column 2 (user_number): '{TestData.InBrussels}' stands with this login on line 2 already.")]
    public async Task A_row_that_cannot_be_is_refused_with_line_and_column(string row, string what)
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.SavedClients, $"{Header}\n{Nl},{TestData.InBrussels},\n{row}\n");

        Assert.StartsWith($"saved-clients.csv, line 3, {what}", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);

        var told = await desk.RefusedAsync(CsvTables.SavedClients, $"{Header}\n{Nl},{TestData.InBrussels},{new string('x', 101)}\n");

        Assert.Contains("line 2, column 3 (name): ", told, StringComparison.Ordinal);
        Assert.Contains("is longer than 100 characters.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_erased_is_not_known()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        await desk.Database.ExecuteAsync($"""
            update worker set name = null, password_hash = null, language = null, active = false, erased_at = now() where login = '980000000022';
            update client set name = null, phone = null, language = null, active = false, erased_at = now() where user_number = '{TestData.InFlanders}'
            """);

        var told = await desk.RefusedAsync(CsvTables.SavedClients, $"{Header}\n980000000022,{TestData.InBrussels},\n{Nl},{TestData.InFlanders},\n");

        Assert.Contains("line 2, column 1 (login): '980000000022' is not known", told, StringComparison.Ordinal);
        Assert.Contains($"line 3, column 2 (user_number): '{TestData.InFlanders}' is not known", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_clients_than_there_are_numbers_are_refused()
    {
        await using var desk = await ImportDesk.OpenAsync(cluster);
        await desk.Database.ExecuteAsync("""
            insert into client (user_number, name, region, language, active)
            select (200000000000 + n)::text, 'Client ' || n, 'flanders', 'nl', true from generate_series(1, 91) as n
            """);
        var rows = Enumerable.Range(1, 91).Select(number => $"{Nl},{200000000000 + number},");

        var told = await desk.RefusedAsync(CsvTables.SavedClients, $"{Header}\n{string.Join('\n', rows)}\n");

        Assert.Equal(
            $"saved-clients.csv, line 92, column 1 (login): '{Nl}' has no short number left: 90 are in use, or were within a year.\nNothing was imported.", told);
    }

    private static Task<IReadOnlyList<string>> ListAsync(ImportDesk desk) => desk.Database.QueryAsync<string>("""
        select concat_ws(' ', login, company_code, number, user_number, saved_client.name, case when removed_at is not null then 'removed' end)
        from saved_client join worker on worker.id = worker_id join company on company.id = saved_client.company_id order by login, number
        """);
}
