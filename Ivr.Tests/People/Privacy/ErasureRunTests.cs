using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary>How <c>erase-person</c> runs: only after a clear confirmation, all or nothing, and also a second time.</summary>
public sealed class ErasureRunTests(TestCluster cluster) : IAsyncLifetime
{
    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PrivacyDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_dry_run_tells_the_same_numbers_and_changes_nothing()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders);
        await _desk.RefuseAsync(TestData.Nl, "1 minute");
        var before = await _desk.EverythingAsync();

        var (exitCode, output, _) = await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--dry-run");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("worker: 1 to erase; ", output, StringComparison.Ordinal);
        Assert.Contains("\nprestation: 1 to erase; ", output, StringComparison.Ordinal);
        Assert.Contains("\nemergency_entry: 1 to erase; ", output, StringComparison.Ordinal);
        Assert.Contains("\nrefused_look_up: 1 to erase\n", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was erased: this was a dry run.", output, StringComparison.Ordinal);
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Theory]
    [InlineData]
    [InlineData("--yes", "--dry-run")]
    public async Task Without_a_clear_yes_nothing_is_erased(params string[] options)
    {
        var before = await _desk.EverythingAsync();

        var (exitCode, _, errors) = await _desk.RunAsync(["erase-person", "worker", TestData.Nl.Login, .. options]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Nothing was erased: give --dry-run", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Fact]
    public async Task A_second_time_finds_nothing_left_and_keeps_the_moment_of_the_first()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders);
        await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");
        var before = await _desk.EverythingAsync();

        var (exitCode, output, _) = await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");

        Assert.Equal(0, exitCode);
        Assert.EndsWith(": worker 0, prestation 0, emergency_entry 0, worker_mobile 0, saved_client 0, refused_look_up 0, call 0, login_failure 0, login_lock 0, locked_login_entry 0", output, StringComparison.Ordinal);
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Fact]
    public async Task When_one_table_refuses_nothing_is_erased_anywhere()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.FailAsync(TestData.Nl.Login, "1 day");
        await _desk.Database.ExecuteAsync("""
            create function refuse() returns trigger language plpgsql as 'begin raise exception ''not now''; end';
            create trigger refuse before delete on login_lock for each row execute function refuse();
            """);
        var before = await _desk.EverythingAsync();

        var (exitCode, _, errors) = await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");

        Assert.Equal((1, "PostgreSQL refused: not now"), (exitCode, Assert.Single(errors)));
        Assert.Equal(before, await _desk.EverythingAsync());
    }

    [Fact]
    public async Task Somebody_who_is_not_known_is_told_without_the_number()
    {
        var (exitCode, _, errors) = await _desk.RunAsync("erase-person", "client", TestData.NotKnown, "--yes");

        Assert.Equal((1, "No client has this user_number."), (exitCode, Assert.Single(errors)));
    }
}
