namespace Ivr.Tests.Emergency;

/// <summary>A row of <c>emergency_entry</c>, with its references.</summary>
public sealed record EmergencyRow
{
    public string[] References { get; init; } = [];

    public string Status { get; init; } = "";

    public string CallSid { get; init; } = "";

    public int EntryNo { get; init; }

    public string Login { get; init; } = "";

    public bool LoginVerified { get; init; }

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

/// <summary>A row of <c>incident</c>.</summary>
public sealed record IncidentRow(Guid Id, short? Node, DateTime StartedAt, DateTime? EndedAt, string[] Lines, int CallsHit);
