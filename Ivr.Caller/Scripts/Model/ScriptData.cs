namespace Ivr.Caller.Scripts.Model;

/// <summary>Test data, in rows with the columns of the import files. A row replaces the standard row with the same first column.</summary>
internal sealed record ScriptData : ScriptPart
{
    /// <summary>Approved companies.</summary>
    public IReadOnlyList<CompanyRow>? Companies { get; init; }

    /// <summary>Workers.</summary>
    public IReadOnlyList<WorkerRow>? Workers { get; init; }

    /// <summary>Clients.</summary>
    public IReadOnlyList<ClientRow>? Clients { get; init; }

    /// <summary>Logins with earlier failures.</summary>
    public IReadOnlyList<LockRow>? Locks { get; init; }

    /// <summary>Belgian mobiles on which a worker's login is remembered, or from which a worker has recorded.</summary>
    public IReadOnlyList<MobileRow>? Mobiles { get; init; }
}

/// <summary>An approved company.</summary>
[Columns]
internal sealed record CompanyRow : ScriptPart
{
    /// <summary>The company's code.</summary>
    [Form(Forms.Company, Forms.CompanyMeant)]
    public required string CompanyCode { get; init; }

    /// <summary>The company's name.</summary>
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

    /// <summary>The worker's language; nl by default.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string Language { get; init; } = "nl";

    /// <summary>Whether the worker may record; true by default.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Whether the mobile app is blocked; false by default.</summary>
    public bool AppBlocked { get; init; }
}

/// <summary>A client. The work is done in the client's home.</summary>
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

    /// <summary>The client's telephone number; none by default.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Phone { get; init; }

    /// <summary>The client's language; nl by default.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string Language { get; init; } = "nl";

    /// <summary>Whether work can be recorded for the client; true by default.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>Failures of a login, as if they happened before the script.</summary>
[Columns]
internal sealed record LockRow : ScriptPart
{
    /// <summary>The login. It need not belong to a worker.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public required string Login { get; init; }

    /// <summary>The number of consecutive failures.</summary>
    [Between(1, 1000)]
    public required int Failures { get; init; }

    /// <summary>The minutes for which the login is still locked, from the beginning of the script; not locked by default.</summary>
    [Between(1, 60)]
    public int? Minutes { get; init; }
}

/// <summary>What is known of a Belgian mobile before the script.</summary>
[Columns]
internal sealed record MobileRow : ScriptPart
{
    /// <summary>The mobile.</summary>
    [Form(Forms.Mobile, Forms.MobileMeant)]
    public required string Caller { get; init; }

    /// <summary>The worker's login.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public required string Login { get; init; }

    /// <summary>How many entries this worker recorded from it; by default the login is remembered there.</summary>
    [Between(1, 3)]
    public int? Entries { get; init; }

    /// <summary>The days since the last of them; 0 by default.</summary>
    [Between(0, 1000)]
    public int DaysAgo { get; init; }
}
