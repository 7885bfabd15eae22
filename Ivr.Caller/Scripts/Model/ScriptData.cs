namespace Ivr.Caller.Scripts.Model;

/// <summary>Test data, in rows as in the files that are imported. A row replaces the standard one with the same first column.</summary>
internal sealed record ScriptData : ScriptPart
{
    /// <summary>Approved companies.</summary>
    public IReadOnlyList<CompanyRow>? Companies { get; init; }

    /// <summary>Workers.</summary>
    public IReadOnlyList<WorkerRow>? Workers { get; init; }

    /// <summary>Clients.</summary>
    public IReadOnlyList<ClientRow>? Clients { get; init; }

    /// <summary>Logins with failures behind them.</summary>
    public IReadOnlyList<LockRow>? Locks { get; init; }
}

/// <summary>An approved company.</summary>
[Columns]
internal sealed record CompanyRow : ScriptPart
{
    /// <summary>The company's code.</summary>
    [Form(Forms.Company, Forms.CompanyMeant)]
    public required string CompanyCode { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Company";
}

/// <summary>A worker.</summary>
[Columns]
internal sealed record WorkerRow : ScriptPart
{
    /// <summary>The login.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public required string Login { get; init; }

    /// <summary>The password.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public required string Password { get; init; }

    /// <summary>The company that the worker works for.</summary>
    [Form(Forms.Company, Forms.CompanyMeant)]
    public required string CompanyCode { get; init; }

    /// <summary>The worker's name.</summary>
    public string Name { get; init; } = "Worker";

    /// <summary>The worker's language; nl unless said.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string Language { get; init; } = "nl";

    /// <summary>Whether the worker may record; true unless said.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Whether the mobile app is blocked; false unless said.</summary>
    public bool AppBlocked { get; init; }
}

/// <summary>A client, in whose home the work is done.</summary>
[Columns]
internal sealed record ClientRow : ScriptPart
{
    /// <summary>The user number.</summary>
    [Form(Forms.UserNumber, Forms.UserNumberMeant)]
    public required string UserNumber { get; init; }

    /// <summary>The client's name.</summary>
    public string Name { get; init; } = "Client";

    /// <summary>The client's region.</summary>
    [Form(Forms.Region, Forms.RegionMeant)]
    public required string Region { get; init; }

    /// <summary>The client's telephone number; none unless said.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Phone { get; init; }

    /// <summary>The client's language; nl unless said.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string Language { get; init; } = "nl";

    /// <summary>Whether work can be recorded for the client; true unless said.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>Failures of a login, as if they had happened before.</summary>
[Columns]
internal sealed record LockRow : ScriptPart
{
    /// <summary>The login, whether anybody has it or not.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public required string Login { get; init; }

    /// <summary>Consecutive failures.</summary>
    [Between(1, 1000)]
    public required int Failures { get; init; }

    /// <summary>Minutes for which the login is still locked, from the beginning of the script; not locked unless said.</summary>
    [Between(1, 60)]
    public int? Minutes { get; init; }
}
