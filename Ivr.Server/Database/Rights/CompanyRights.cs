namespace Ivr.Server.Database.Rights;

/// <summary>
/// All rights of the server while it shows a company its pages. The server uses a separate role for that. Row-level security shows this
/// role the rows of the company named in the session, and no rows when none is named. The role cannot read password hashes, telephone
/// numbers or accounts.
/// </summary>
internal static class CompanyRights
{
    /// <summary>
    /// The name of this role is the name of the server's role and this suffix. So databases of one cluster need not share the role.
    /// </summary>
    public const string Suffix = "_company";

    public static IReadOnlyList<TableRights> Tables { get; } =
    [
        new("company", "Its name stands on the page.") { Select = ["id", "company_code", "name"] },
        new("worker", "Whose entry it is; a card to print is in the worker's language.")
        {
            Select = ["id", "login", "company_id", "name", "language", "picked_language"],
        },
        new("worker_mobile", "Whose login is remembered on a telephone, which is not said; the company may have it forgotten.")
        {
            Select = ["worker_id", "used_on", "remembered_at"],
            Delete = true,
        },
        new("client", "For whom the work was done.") { Select = ["id", "user_number", "name"] },
        new("company_client", "Which clients' names it may see.") { Select = ["client_id", "company_id"] },
        new("company_former_worker", "And which names of workers who left.") { Select = ["worker_id", "company_id"] },
        new("prestation", "What was recorded.")
        {
            Select =
            [
                "id", "reference", "company_id", "worker_id", "client_id", "region", "activity", "hours", "service_date", "recorded_at",
                "line", "possible_duplicate", "recorded_in", "origin",
            ],
        },
        new("prestation_correction", "What holds instead, and who said so. A company adds rows and changes none.")
        {
            Select =
            [
                "prestation_id", "recorded_date", "number", "company_id", "activity", "hours", "service_date", "cancelled", "reason",
                "made_by", "made_at", "origin", "made_in",
            ],
            Insert =
            [
                "prestation_id", "recorded_date", "number", "company_id", "activity", "hours", "service_date", "cancelled", "reason",
                "made_by", "made_at",
            ],
        },
        new("emergency_entry", "What was left and waits. It is accepted and refused by functions alone.")
        {
            Select =
            [
                "id", "entry_no", "status", "login", "login_verified", "worker_id", "user_number", "client_verified", "client_id",
                "activity", "hours", "service_date", "line", "after_confirmation", "left_at", "prestation_id", "login_locked",
            ],
        },
        new("emergency_reference", "What the caller heard.") { Select = ["reference", "entry_id", "left_at"] },
        new("emergency_decision", "Who accepted or refused what was left, when and why.")
        {
            Select = ["entry_id", "company_id", "decision", "reason", "made_by", "made_at"],
        },
        new("refused_user_number", "Numbers of nobody that a company gave for what was left are counted.")
        {
            Select = ["company_id", "refused_at"],
            Insert = ["company_id", "refused_at"],
        },
        new("saved_client", "The clients that its workers key by a short number. A trigger gives the number, and finds the client.")
        {
            Select = ["worker_id", "number", "company_id", "client_id", "user_number", "name", "saved_at", "removed_at"],
            Insert = ["worker_id", "company_id", "user_number", "name", "saved_at"],
            Update = ["name", "removed_at"],
        },
        new("call", "Calls that did not become a prestation. Not who called.")
        {
            Select =
            [
                "call_sid", "started_at", "line", "worker_id", "company_id", "step", "outcome", "seconds", "keys", "reprompts",
            ],
        },
        new("company_entry", "All of it as the pages show it.")
        {
            Select =
            [
                "id", "reference", "company_id", "worker_id", "client_id", "worker_login", "worker_name", "user_number", "client_name",
                "region", "activity", "hours", "service_date", "recorded_date", "recorded_at", "line", "possible_duplicate", "origin",
                "corrections", "cancelled", "recorded_in", "undone",
            ],
        },
    ];

    /// <summary>Each right on a table.</summary>
    public static IEnumerable<Right> Each() => Tables.SelectMany(table => table.Each());

    /// <summary>Functions that this role may call, and no other role.</summary>
    public static IReadOnlyList<string> Functions { get; } = ["accept_emergency_entry", "refuse_emergency_entry", "short_numbers_used_up"];
}
