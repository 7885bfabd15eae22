using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Checking;

/// <summary>An entry that a caller left with the emergency procedure, as it was loaded into the database.</summary>
internal sealed record LeftRow
{
    /// <summary>Selects the rows of <c>emergency_entry</c> with their references and the linked prestation.</summary>
    public const string Sql = """
        select emergency_entry.call_sid, emergency_entry.entry_no, status, login, user_number, emergency_entry.activity,
               emergency_entry.hours, emergency_entry.service_date, prestation.reference as prestation_reference,
               array(select reference from emergency_reference where entry_id = emergency_entry.id) as references
        from emergency_entry
        left join prestation on prestation.id = prestation_id
        """;

    public string CallSid { get; init; } = "";

    /// <summary>Number of the entry within the call, from 1.</summary>
    public int EntryNo { get; init; }

    /// <summary><c>waiting</c> for the company, or <c>recorded</c> after all.</summary>
    public string Status { get; init; } = "waiting";

    /// <summary>References of nine digits, the first a 9; one from each server that received the confirmation.</summary>
    public string[] References { get; init; } = [];

    /// <summary>The login as keyed.</summary>
    public string Login { get; init; } = "";

    /// <summary>The client's user number.</summary>
    public string UserNumber { get; init; } = "";

    /// <summary>1-4.</summary>
    public int Activity { get; init; }

    /// <summary>Whole hours.</summary>
    public int Hours { get; init; }

    /// <summary>The day worked.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>The reference of the prestation that the entry became; null for none.</summary>
    public string? PrestationReference { get; init; }

    /// <summary>The unique key.</summary>
    public (string CallSid, int EntryNo) Key => (CallSid, EntryNo);

    /// <summary>What the entry says.</summary>
    public KeyedEntry Content => new(Login, UserNumber, Activity, Hours, ServiceDate.Month, ServiceDate.Day);
}
