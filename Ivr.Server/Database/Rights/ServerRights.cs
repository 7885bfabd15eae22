namespace Ivr.Server.Database.Rights;

/// <summary>
/// All rights of the server in the database while it answers calls. It cannot read names or telephone numbers of people, or the caller of
/// an entry. For the pages it can switch to the role of <see cref="CompanyRights"/>, which reads the names of the company that is set, and
/// it can set any company. It cannot change a recorded entry, except its counter of deliveries, and can cancel one only in the call that recorded it. It can change entries left in an emergency. It cannot
/// delete entries, and it cannot create, alter or drop anything. A new table needs a line here, even a line without rights that only says
/// why.
/// </summary>
internal static class ServerRights
{
    /// <summary>The sequences for ids and references of entries, which the column defaults of <c>prestation</c> use.</summary>
    public static IReadOnlyList<string> Sequences { get; } = ["prestation_id_seq", "reference_number"];

    /// <summary>Functions that this role may call, and no other role.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "client_of_phone(text)",
        "entries_of_day(bigint, date)",
        "undo_prestation(text, integer, date, bigint, timestamptz, timestamptz, timestamptz)",
    ];

    private static readonly string[] Traced =
    [
        "call_sid", "started_at", "last_at", "ended_at", "seconds", "line", "dialled", "caller", "language", "worker_id", "company_id", "named_by",
        "webhooks", "step", "ending", "failed", "failures", "keys", "reprompts", "recorded", "left_entries", "asked", "asked_again",
    ];

    private static readonly string[] Marked = ["mark", "worker_id", "entries", "call_sid", "entry_no", "used_on", "remembered_at"];

    private static readonly string[] Reported =
    [
        "name", "started_at", "seen_at", "write_seconds", "without_database", "hashing_threads", "hash_seconds",
        "passwords_waiting", "passwords_refused", "trace_waiting", "trace_lost",
    ];

    public static IReadOnlyList<TableRights> Tables { get; } =
    [
        new("schema_migration", "Readiness looks for the newest script.") { Select = ["version"] },
        new("data_protection_key", "Every node reads the key ring, and one adds a key when the newest gets old. No key is changed or removed.")
        {
            Select = ["id", "xml"],
            Insert = ["friendly_name", "xml"],
        },
        new("company", "The notification of an entry names its company by code.") { Select = ["id", "company_code"] },
        new("worker", "Logins are checked; a language picked on the phone is remembered, a hash with too few rounds renewed.")
        {
            Select = ["id", "login", "password_hash", "company_id", "language", "picked_language", "active", "erased_at"],
            Update = ["password_hash", "picked_language"],
        },
        new("client", "User numbers are looked up, and an entry takes its region from here.")
        {
            Select = ["id", "user_number", "region", "active"],
        },
        new("worker_mobile", "A worker's entries from a mobile are counted up to the third; then the login may be remembered there, and forgotten.")
        {
            Select = Marked,
            Insert = [.. Marked.Where(column => column != "remembered_at")],
            Update = ["entries", "call_sid", "entry_no", "used_on", "remembered_at"],
            Delete = true,
        },
        new("login_failure", "Refused pairs are counted, each once.")
        {
            Select = ["call_sid", "try_no", "login"],
            Insert = ["call_sid", "try_no", "login", "failed_at"],
        },
        new("login_lock", "Failures in a row lock a login; success takes the row away.")
        {
            Select = ["login", "failures", "locked_until"],
            Insert = ["login", "failures"],
            Update = ["failures", "locked_until"],
            Delete = true,
        },
        new("locked_login_entry", "Entries that are left while the login is locked are counted.")
        {
            Select = ["call_sid", "entry_no", "login", "day", "of_call", "of_day"],
            Insert = ["call_sid", "entry_no", "login", "day", "of_call", "of_day"],
        },
        new("ended_call", "A call that is over gets no new entry.")
        {
            Select = ["call_sid", "ended_at"],
            Insert = ["call_sid", "ended_at"],
        },
        new("prestation", "Entries are written and read back; what is on record that day is said, and the usual entry offered; a repeat bumps one counter.")
        {
            Select =
            [
                "id", "reference", "company_id", "worker_id", "client_id", "activity", "hours", "service_date", "recorded_at", "call_sid", "entry_no",
                "deliveries",
            ],
            Insert =
            [
                "company_id", "worker_id", "client_id", "region", "activity", "hours", "service_date", "recorded_at",
                "line", "dialled", "caller", "call_sid", "entry_no", "possible_duplicate",
            ],
            Update = ["deliveries"],
        },
        new("refused_look_up", "User numbers that were looked up in vain are counted, each once.")
        {
            Select = ["call_sid", "webhook", "mark", "worker_id", "refused_at"],
            Insert = ["call_sid", "webhook", "mark", "worker_id", "refused_at"],
        },
        new("emergency_node", "A server without a number takes the first that is free, and looks whether its own is still its own.")
        {
            Select = ["number", "journal"],
            Insert = ["number", "journal"],
        },
        new("emergency_entry", "What callers left is loaded; a later version of it takes the place of an earlier one. Triggers alone mark it.")
        {
            Select = ["id", "call_sid", "entry_no", "left_at", "after_confirmation"],
            Insert =
            [
                "call_sid", "entry_no", "login", "login_verified", "worker_id", "user_number", "client_verified", "client_id",
                "activity", "hours", "service_date", "language", "line", "dialled", "caller", "after_confirmation", "left_at", "login_locked",
            ],
            Update = ["user_number", "client_verified", "client_id", "activity", "hours", "left_at", "after_confirmation"],
        },
        new("emergency_reference", "References that callers heard in an emergency are loaded, unless another entry has them.")
        {
            Select = ["reference", "entry_id", "left_at"],
            Insert = ["reference", "entry_id", "node", "left_at", "checksum"],
            Update = ["left_at", "checksum"],
        },
        new("incident", "Outages are written down once they are over, or go on; who runs the line sees them.")
        {
            Select = ["id", "node", "started_at", "ended_at", "lines", "calls_hit"],
            Insert = ["id", "node", "started_at"],
            Update = ["ended_at", "lines", "calls_hit"],
        },
        new("incident_call", "Each call that an outage hit is written once, and counted.")
        {
            Select = ["call_sid", "line"],
            Insert = ["incident_id", "call_sid", "line", "hit_at"],
        },
        new("node", "Each server writes about itself, and forgets those that were not seen for a day.")
        {
            Select = [.. Reported, "stopped_at"],
            Insert = Reported,
            Update = [.. Reported.Where(column => column != "name"), "stopped_at"],
            Delete = true,
        },
        new("call", "The trace of calls is written, and merged with what other nodes wrote of the same call; who runs the line sees it in figures.")
        {
            Select = [.. Traced, "outcome"],
            Insert = Traced,
            Update = [.. Traced.Where(column => column != "call_sid")],
        },
        new("saved_client", "A short number is looked up, and made with an entry; a repeated entry finds the number that the first one made.")
        {
            Select = ["worker_id", "number", "company_id", "client_id", "user_number", "removed_at", "call_sid", "entry_no"],
            Insert = ["worker_id", "company_id", "client_id", "saved_at", "call_sid", "entry_no"],
            Update = ["entry_no"],
        },
        new("company_client", "A trigger notes for whom a company's workers have worked, with the rights of the owner."),
        new("company_former_worker", "A trigger notes who left a company, with the rights of the owner."),
        new("prestation_correction", "An entry that is cancelled is no longer on record. A function alone writes that a worker cancelled one.")
        {
            Select = ["prestation_id", "number", "cancelled"],
        },
        new("emergency_decision", "A company's decision about an emergency entry, on its pages; calls have nothing to do with it."),
        new("refused_user_number", "User numbers without a client that a company gave for an emergency entry, on its pages; calls do not use them."),
        new("secured_user", "Who signs in at a screen is looked up, and the password held against its hash.")
        {
            Select = ["id", "user_name", "password_hash", "role", "company_id", "locked"],
        },
        new("secured_session", "A session begins, is looked at with every page, and ends.")
        {
            Select = ["id", "user_id", "began_at"],
            Insert = ["id", "user_id", "began_at"],
            Delete = true,
        },
        new("secured_lock", "Wrong passwords in a row lock a login at the screen; success takes the row away.")
        {
            Select = ["user_name", "failures", "locked_until"],
            Insert = ["user_name", "failures", "tried_at"],
            Update = ["failures", "tried_at", "locked_until"],
            Delete = true,
        },
    ];

    /// <summary>Each right on a table.</summary>
    public static IEnumerable<Right> Each() => Tables.SelectMany(table => table.Each());
}
