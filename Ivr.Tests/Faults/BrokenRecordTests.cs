using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>Proves that the fault test can fail: on a database that loses or duplicates entries, real calls reveal it.</summary>
[Trait("Category", "Faults")]
public sealed class BrokenRecordTests(FilledPostgres postgres)
{
    // The row exists until the end of the statement, so the server receives its reference and cannot detect the loss.
    private const string Lie = """
        create function forget() returns trigger language plpgsql security definer as 'begin delete from prestation where id = new.id; return null; end';
        create trigger forget after insert on prestation for each row execute function forget();
        """;

    // The server's statement names the unique key and fails without one. The new key contains a sequence number, so it prevents no
    // duplicates. The feed still shows the entry number that the server wrote.
    private static readonly string NoKey = $"""
        alter table prestation drop constraint prestation_call_sid_entry_no_service_date_key;
        alter table prestation rename column entry_no to written_entry_no;
        alter table prestation alter column written_entry_no drop not null;
        alter table prestation add column entry_no integer;
        create sequence any_number;
        grant select (entry_no), insert (entry_no) on prestation to {TestCluster.ServerRole};
        create function unkeyed() returns trigger language plpgsql security definer as
            'begin new.written_entry_no = new.entry_no; new.entry_no = nextval(''any_number''); return new; end';
        create trigger unkeyed before insert on prestation for each row execute function unkeyed();
        create unique index on prestation (call_sid, entry_no, service_date);
        """;

    // Entries that were left are no longer linked to their prestations.
    private const string NoLink = """
        drop trigger prestation_was_left on prestation;
        create function unlink() returns trigger language plpgsql as
            'begin new.status = ''waiting''; new.prestation_id = null; return new; end';
        create trigger unlink before insert on emergency_entry for each row execute function unlink();
        """;

    [Fact]
    public Task A_lying_recorded_is_seen_as_losses() => SeesAsync(Wrong.Lost, Lie, new Habit());

    [Fact]
    public Task A_record_without_its_key_is_seen_as_doubles() => SeesAsync(Wrong.Doubled, NoKey, new Habit(Delivering.Twice));

    [Fact]
    public async Task What_was_left_and_is_on_record_too_is_seen_as_doubles()
    {
        await using var bed = await FaultBed.StartAsync(postgres);
        await bed.Databases.Primary.ExecuteAsync(NoLink);
        bed.Befalls(() => CommitFault.CutAfter);
        await bed.Traffic.WhileAsync("broken record", new Habit(), () => bed.Traffic.CallsAsync(Traffic.Lines));
        bed.Befalls(() => CommitFault.None);
        Assert.Contains(await bed.CheckAsync(), violation => violation.Wrong == Wrong.Doubled);
    }

    [Fact]
    public async Task A_journal_that_is_gone_before_it_was_loaded_is_seen_as_losses()
    {
        await using var bed = await FaultBed.StartAsync(postgres);
        await bed.Traffic.WhileAsync("before", new Habit(), () => bed.Traffic.CallsAsync(Traffic.Lines));
        await bed.Databases.EndAtOnceAsync();
        await bed.Traffic.WhileAsync("broken journal", new Habit(), () => bed.Traffic.CallsAsync(Traffic.Lines));
        await bed.Servers.CrashAsync(0);
        LeftOnDisk.Lose(bed.Servers.JournalFolder(0));
        await bed.Databases.StartAgainAsync();
        await bed.Servers.StartAsync(0);
        await bed.Servers.ReadyAsync();
        Assert.Contains(await bed.CheckAsync(), violation => violation is { Wrong: Wrong.Lost, Operation.Outcome: CallerKnowledge.Left });
    }

    private async Task SeesAsync(Wrong wrong, string breaking, Habit habit)
    {
        await using var bed = await FaultBed.StartAsync(postgres);
        await bed.Databases.Primary.ExecuteAsync(breaking);
        await bed.Traffic.WhileAsync("broken record", habit, () => bed.Traffic.CallsAsync(Traffic.Lines));
        Assert.Contains(await bed.CheckAsync(), violation => violation.Wrong == wrong);
    }
}
