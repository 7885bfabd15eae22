namespace Ivr.Caller.Scripts.Model;

/// <summary>What must be true after the last call.</summary>
internal sealed record ExpectedOutcome : ScriptPart
{
    /// <summary>
    /// The recorded prestations, in the order in which they were recorded: exactly these, or the word none. Only the named columns are
    /// compared.
    /// </summary>
    public required IReadOnlyList<PrestationRow> Prestations { get; init; }

    /// <summary>
    /// The entries of the emergency procedure, in order, once they are in the database: exactly these, or the word none. The database must
    /// be available again.
    /// </summary>
    public IReadOnlyList<ExpectedEmergency>? Emergency { get; init; }
}

/// <summary>An entry of the emergency procedure. Only the named columns are compared.</summary>
[Columns]
internal sealed record ExpectedEmergency : ScriptPart
{
    /// <summary>The reference: its nine digits, or the word heard for a reference that a caller of this script heard.</summary>
    [Form("9[0-9]{8}|heard", "nine digits that begin with 9, or the word heard")]
    public string? Reference { get; init; }

    /// <summary>The word waiting, when the entry waits for the company, or recorded, when it became a prestation after all.</summary>
    [Form("waiting|recorded", "waiting or recorded")]
    public string? Status { get; init; }

    /// <summary>The login as keyed.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public string? Login { get; init; }

    /// <summary>Whether the login and the password were checked before.</summary>
    public bool? LoginVerified { get; init; }

    /// <summary>Whether the entry was left because the login was locked.</summary>
    public bool? LoginLocked { get; init; }

    /// <summary>The client's user number.</summary>
    [Form(Forms.UserNumber, Forms.UserNumberMeant)]
    public string? UserNumber { get; init; }

    /// <summary>Whether the user number was known to belong to an active client.</summary>
    public bool? ClientVerified { get; init; }

    /// <summary>1 household help, 2 shopping, 3 ironing outside the home, 4 transport of people with reduced mobility.</summary>
    [Between(1, 4)]
    public int? Activity { get; init; }

    /// <summary>Whole hours.</summary>
    [Between(1, 9)]
    public int? Hours { get; init; }

    /// <summary>The day of the work: 2026-03-12.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>The language of the call.</summary>
    [Form(Forms.Language, Forms.LanguageMeant)]
    public string? Language { get; init; }

    /// <summary>The line that was dialled.</summary>
    [Form("flanders-brussels|wallonia", "flanders-brussels or wallonia")]
    public string? Line { get; init; }

    /// <summary>The number that was dialled.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Dialled { get; init; }

    /// <summary>The caller's number, or withheld.</summary>
    [Form(Forms.NumberOrWithheld, Forms.NumberOrWithheldMeant)]
    public string? Caller { get; init; }

    /// <summary>The number of the entry in its call, from 1.</summary>
    [Between(1, 60)]
    public int? EntryNo { get; init; }

    /// <summary>Whether a confirmation of the entry may have reached the database.</summary>
    public bool? AfterConfirmation { get; init; }
}

/// <summary>A recorded prestation. Every column of prestation_feed may be named.</summary>
[Columns]
internal sealed record PrestationRow : ScriptPart
{
    /// <summary>The reference: its nine digits, or the word heard for a reference that a caller of this script heard.</summary>
    [Form("[0-8][0-9]{8}|heard", "nine digits, or the word heard")]
    public string? Reference { get; init; }

    /// <summary>The worker's company.</summary>
    [Form(Forms.Company, Forms.CompanyMeant)]
    public string? CompanyCode { get; init; }

    /// <summary>The worker's login.</summary>
    [Form(Forms.Login, Forms.LoginMeant)]
    public string? WorkerLogin { get; init; }

    /// <summary>The client's user number.</summary>
    [Form(Forms.UserNumber, Forms.UserNumberMeant)]
    public string? UserNumber { get; init; }

    /// <summary>The client's region.</summary>
    [Form(Forms.Region, Forms.RegionMeant)]
    public string? Region { get; init; }

    /// <summary>1 household help, 2 shopping, 3 ironing outside the home, 4 transport of people with reduced mobility.</summary>
    [Between(1, 4)]
    public int? Activity { get; init; }

    /// <summary>Whole hours.</summary>
    [Between(1, 9)]
    public int? Hours { get; init; }

    /// <summary>The day of the work: 2026-03-12.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>When it was recorded, in Brussels time, to the minute: 2026-03-12 15:31.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The line that was dialled.</summary>
    [Form("flanders-brussels|wallonia", "flanders-brussels or wallonia")]
    public string? Line { get; init; }

    /// <summary>The number that was dialled.</summary>
    [Form(Forms.Number, Forms.NumberMeant)]
    public string? Dialled { get; init; }

    /// <summary>The caller's number, or withheld.</summary>
    [Form(Forms.NumberOrWithheld, Forms.NumberOrWithheldMeant)]
    public string? Caller { get; init; }

    /// <summary>The identifier of the call in the telephone network: CA and 32 hexadecimal digits.</summary>
    [Form("CA[0-9a-f]{32}", "CA and 32 hexadecimal digits")]
    public string? CallSid { get; init; }

    /// <summary>The number of the entry in its call, from 1.</summary>
    [Between(1, 60)]
    public int? EntryNo { get; init; }

    /// <summary>Whether a prestation with the same client, activity and day was already recorded.</summary>
    public bool? PossibleDuplicate { get; init; }

    /// <summary>How it was recorded: by phone, or as an entry of the emergency procedure that the company accepted.</summary>
    [Form("phone|emergency", "phone or emergency")]
    public string? Origin { get; init; }
}
