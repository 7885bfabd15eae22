using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>The database itself refuses invalid rows, whichever program writes them.</summary>
public sealed class ConstraintTests(TestCluster cluster) : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.TakeDatabaseAsync();
        await _database.ExecuteAsync("""
            insert into prestation (reference, company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                    line, dialled, caller, call_sid, entry_no, possible_duplicate)
            select '12345678' || check_digit('12345678'), company_id, worker.id, client.id, region, 1, 3, '2026-03-12', now(),
                   'wallonia', '+3280035180', '+3225551234', 'CA' || repeat('a', 32), 1, false
            from worker, client where login = '980000000011' and user_number = '100000000135'
            """);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("prestation set hours = 1")]
    [InlineData("prestation set hours = 9")]
    [InlineData("prestation set activity = 4")]
    [InlineData("prestation set region = 'brussels'")]
    [InlineData("prestation set reference = '07945678' || check_digit('07945678')")]
    [InlineData("client set user_number = '999999999999' where user_number = '100000000135'")]
    [InlineData("client set phone = null")]
    public async Task What_makes_sense_is_taken(string update) => await _database.ExecuteAsync($"update {update}");

    [Theory]
    [InlineData("prestation set hours = 0", "prestation_hours_check")]
    [InlineData("prestation set hours = 10", "prestation_hours_check")]
    [InlineData("prestation set hours = null", "hours")]
    [InlineData("prestation set activity = 0", "prestation_activity_check")]
    [InlineData("prestation set activity = 5", "prestation_activity_check")]
    [InlineData("prestation set region = 'limburg'", "prestation_region_check")]
    [InlineData("prestation set line = 'brussels'", "prestation_line_check")]
    [InlineData("prestation set entry_no = 0", "prestation_entry_no_check")]
    [InlineData("prestation set call_sid = 'CA1'", "prestation_call_sid_check")]
    [InlineData("prestation set call_sid = 'CA' || repeat('A', 32)", "prestation_call_sid_check")]
    [InlineData("prestation set reference = '12345678' || (check_digit('12345678')::integer + 1) % 10", "prestation_reference_check")]
    [InlineData("prestation set reference = '92345678' || check_digit('92345678')", "prestation_reference_check")]
    [InlineData("prestation set reference = '1234567' || check_digit('1234567')", "prestation_reference_check")]
    [InlineData("prestation set client_id = 0", "prestation_client_id_fkey")]
    [InlineData("client set user_number = '10000000013' where user_number = '100000000135'", "client_user_number_check")]
    [InlineData("client set user_number = '10000000013x' where user_number = '100000000135'", "client_user_number_check")]
    [InlineData("client set user_number = '100000000236' where user_number = '100000000135'", "client_user_number_key")]
    [InlineData("client set region = 'Flanders'", "client_region_check")]
    [InlineData("client set phone = '0475550101'", "client_phone_check")]
    [InlineData("client set name = ''", "client_name_check")]
    [InlineData("client set language = 'it'", "client_language_check")]
    [InlineData("worker set login = '123' where login = '980000000011'", "worker_login_check")]
    [InlineData("worker set picked_language = 'xx'", "worker_picked_language_check")]
    [InlineData("company set company_code = 'A B' where company_code = 'ALFA'", "company_company_code_check")]
    public async Task Nonsense_is_refused(string update, string constraint)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _database.ExecuteAsync($"update {update}"));

        Assert.StartsWith("23", refused.SqlState, StringComparison.Ordinal);
        Assert.StartsWith(constraint, refused.ConstraintName ?? refused.ColumnName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_has_an_entry_number_once()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => CopyAsync(entryNumber: 1));
        await CopyAsync(entryNumber: 2);

        Assert.Equal("prestation_2026_03_call_sid_entry_no_service_date_key", refused.ConstraintName);
    }

    private Task CopyAsync(int entryNumber) => _database.ExecuteAsync($"""
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                line, dialled, caller, call_sid, entry_no, possible_duplicate)
        select company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
               line, dialled, caller, call_sid, {entryNumber}, possible_duplicate
        from prestation
        """);
}
