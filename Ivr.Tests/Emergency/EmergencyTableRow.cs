namespace Ivr.Tests.Emergency;

/// <summary>A row of <c>emergency_entry</c> with its references, and what its worker, client and prestation columns refer to.</summary>
internal sealed record EmergencyTableRow
{
    public string[] References { get; init; } = [];

    public string Status { get; init; } = "";

    public string CallSid { get; init; } = "";

    public int EntryNo { get; init; }

    public string Login { get; init; } = "";

    public bool LoginVerified { get; init; }

    public bool LoginLocked { get; init; }

    public string? WorkerLogin { get; init; }

    public string UserNumber { get; init; } = "";

    public bool ClientVerified { get; init; }

    public string? Region { get; init; }

    public int Activity { get; init; }

    public int Hours { get; init; }

    public DateOnly ServiceDate { get; init; }

    public string Language { get; init; } = "";

    public string Line { get; init; } = "";

    public string Dialled { get; init; } = "";

    public string Caller { get; init; } = "";

    public bool AfterConfirmation { get; init; }

    public string? PrestationReference { get; init; }
}

internal sealed record IncidentRow
{
    public Guid Id { get; init; }

    public short? Node { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public string[] Lines { get; init; } = [];

    public int CallsHit { get; init; }
}
