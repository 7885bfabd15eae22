
namespace Ivr.Server.People.Persons;

/// <summary>
/// A kind of person (worker or client) with all tables that hold their data. A new table with personal data needs a line here. <c>Name</c>
/// is the word on the command line and the table with the person's own row. <c>Number</c> is the column of that table that identifies the
/// person.
/// </summary>
internal sealed record PersonKind(string Name, string Number, IReadOnlyList<PersonTable> Tables)
{
    private const string ItIsTheCompanys = "it is about the company";
    private const string ForAsLongAsEntries = "the login or user number stays for as long as entries point to it";
    private const string AccountsAreKept = "entries are accounts, which the law wants kept; without the caller's number";

    /// <summary>Domestic workers, by login. A person who works for several companies has several logins.</summary>
    public static PersonKind Worker { get; } = new("worker", "login",
    [
        new("worker", "id = @Id", ForAsLongAsEntries)
        {
            Hidden = ["password_hash"],
            Erase = """
                update worker set name = null, password_hash = null, language = null, picked_language = null,
                                  active = false, app_blocked = false, erased_at = now()
                """,
            IsNotErased = "erased_at is null",
        },
        new("company", "id in (select company_id from worker where id = @Id union select company_id from prestation where worker_id = @Id)",
            ItIsTheCompanys),
        new("prestation", "worker_id = @Id", AccountsAreKept)
        {
            Hidden = ["client_id"],
            Erase = "update prestation set caller = ''",
            IsNotErased = "caller <> ''",
        },
        new("company_former_worker", "worker_id = @Id", ItIsTheCompanys),
        new("prestation_correction", "prestation_id in (select id from prestation where worker_id = @Id)", AccountsAreKept) { Hidden = ["made_by"] },
        new("emergency_entry", "worker_id = @Id or login = @Number", AccountsAreKept)
        {
            Hidden = ["user_number", "client_id"],
            Erase = "update emergency_entry set caller = ''",
            IsNotErased = "caller <> ''",
        },
        new("emergency_reference", "entry_id in (select id from emergency_entry where worker_id = @Id or login = @Number)"),
        new("emergency_decision", "entry_id in (select id from emergency_entry where worker_id = @Id or login = @Number)", AccountsAreKept)
        {
            Hidden = ["made_by"],
        },
        // The mark is of the number, and of no use to the person.
        new("worker_mobile", "worker_id = @Id") { Hidden = ["mark"], Erase = "delete from worker_mobile" },
        new("saved_client", "worker_id = @Id") { Hidden = ["client_id", "user_number", "name"], Erase = "delete from saved_client" },
        new("refused_look_up", "worker_id = @Id") { Hidden = ["mark"], Erase = "delete from refused_look_up" },
        // The call stays in the statistics, without a person.
        new("call", "worker_id = @Id") { Erase = "update call set worker_id = null, caller = null" },
        new("login_failure", "login = @Number") { Erase = "delete from login_failure" },
        new("login_lock", "login = @Number") { Erase = "delete from login_lock" },
        new("locked_login_entry", "login = @Number") { Erase = "delete from locked_login_entry" },
    ]);

    /// <summary>Clients (voucher users), by user number.</summary>
    public static PersonKind Client { get; } = new("client", "user_number",
    [
        new("client", "id = @Id", ForAsLongAsEntries)
        {
            Erase = "update client set name = null, phone = null, language = null, active = false, erased_at = now()",
            IsNotErased = "erased_at is null",
        },
        new("company", "id in (select company_id from prestation where client_id = @Id)", ItIsTheCompanys),
        // The caller's telephone may be the worker's own.
        new("prestation", "client_id = @Id", AccountsAreKept)
        {
            Hidden = ["worker_id", "caller"],
            Erase = "update prestation set caller = ''",
            IsNotErased = "caller <> ''",
        },
        new("company_client", "client_id = @Id", ItIsTheCompanys),
        new("saved_client", "client_id = @Id", "the short number goes to nobody else for a year")
        {
            Hidden = ["worker_id", "call_sid", "entry_no"],
            Erase = "update saved_client set name = null, removed_at = coalesce(removed_at, now())",
            IsNotErased = "(name is not null or removed_at is null)",
        },
        new("prestation_correction", "prestation_id in (select id from prestation where client_id = @Id)", AccountsAreKept) { Hidden = ["made_by"] },
        new("emergency_entry", "client_id = @Id or user_number = @Number", AccountsAreKept)
        {
            Hidden = ["login", "login_verified", "login_locked", "worker_id", "language", "caller"],
            Erase = "update emergency_entry set caller = ''",
            IsNotErased = "caller <> ''",
        },
        new("emergency_reference", "entry_id in (select id from emergency_entry where client_id = @Id or user_number = @Number)"),
        new("emergency_decision", "entry_id in (select id from emergency_entry where client_id = @Id or user_number = @Number)", AccountsAreKept)
        {
            Hidden = ["made_by"],
        },
    ]);

    public static IReadOnlyList<PersonKind> All { get; } = [Worker, Client];
}
