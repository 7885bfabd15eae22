using Ivr.StateMachine;

namespace Ivr.Server.People.Import;

/// <summary>The kinds of CSV files: companies, workers and clients, and the clients that workers key by a short number.</summary>
internal static class CsvTables
{
    private static readonly Func<string, string?> Language = CsvChecks.OneOf(LanguageCodes.All);

    /// <summary>Approved companies.</summary>
    public static CsvTable Companies { get; } = new(
        "companies",
        "company",
        [new("company_code", CsvChecks.CompanyCode), new("name", CsvChecks.Name)],
        """
        insert into company (company_code, name)
        select company_code, name from incoming
        on conflict (company_code) do update set name = excluded.name
        """);

    /// <summary>Workers, each with the company that issued the login.</summary>
    public static CsvTable Workers { get; } = new(
        "workers",
        "worker",
        [
            new("login", CsvChecks.Login),
            new("password", CsvChecks.Password) { IsSecret = true },
            new("company_code", CsvChecks.CompanyCode),
            new("name", CsvChecks.Name),
            new("language", Language),
            Flag("active"),
            Flag("app_blocked") with { IsOptional = true },
        ],
        """
        insert into worker (login, password_hash, company_id, name, language, active, app_blocked)
        select login, password, company.id, incoming.name, language, active::boolean, coalesce(app_blocked, 'false')::boolean
        from incoming join company using (company_code)
        on conflict (login) do update set
            password_hash = excluded.password_hash,
            company_id = excluded.company_id,
            name = excluded.name,
            language = excluded.language,
            active = excluded.active,
            app_blocked = excluded.app_blocked,
            erased_at = null
        """)
    {
        UnknownValues = """
            select line_no, 'company_code' as column_name, company_code as value
            from incoming
            where not exists (select from company where company.company_code = incoming.company_code)
            order by line_no
            """,
    };

    /// <summary>Clients: the voucher users at whose homes the work is done.</summary>
    public static CsvTable Clients { get; } = ClientsWith(CsvChecks.UserNumber);

    /// <summary>Clients whose user numbers may have wrong check digits.</summary>
    public static CsvTable ClientsWithAnyCheckDigits { get; } = ClientsWith(CsvChecks.TwelveDigits);

    /// <summary>
    /// The clients of workers, numbered in the order of the file. What a company has named or removed on its pages stays so. The order of the
    /// insert is that of the locks of <c>number_saved_client</c>, because of two imports at once.
    /// </summary>
    public static CsvTable SavedClients { get; } = new(
        "saved-clients",
        "saved-client",
        [new("login", CsvChecks.Login), new("user_number", CsvChecks.TwelveDigits), new("name", CsvChecks.SavedName)],
        """
        insert into saved_client (worker_id, company_id, client_id, name, saved_at)
        select worker.id, worker.company_id, client.id, nullif(btrim(incoming.name), ''), now()
        from incoming join worker using (login) join client using (user_number)
        order by worker.id % 1000, worker.id, line_no
        on conflict (worker_id, company_id, client_id) do update set name = coalesce(saved_client.name, excluded.name)
        """)
    {
        KeyLength = 2,
        UnknownValues = """
            select line_no, 'login' as column_name, login as value
            from incoming
            where not exists (select from worker where worker.login = incoming.login and erased_at is null)
            union all
            select line_no, 'user_number', user_number
            from incoming
            where not exists (select from client where client.user_number = incoming.user_number and erased_at is null)
            order by line_no
            """,
        LeftOut = """
            select line_no, 'login' as column_name, login as value, 'has no short number left: 90 are in use, or were within a year' as what
            from incoming join worker using (login) join client using (user_number)
            where not exists (select from saved_client where (worker_id, company_id, client_id) = (worker.id, worker.company_id, client.id))
            order by line_no
            """,
    };

    /// <summary>The people, in the order in which they can be imported: workers refer to companies.</summary>
    public static IReadOnlyList<CsvTable> People { get; } = [Companies, Workers, Clients];

    /// <summary>All kinds, in the order in which they can be imported.</summary>
    public static IReadOnlyList<CsvTable> All { get; } = [.. People, SavedClients];

    private static CsvColumn Flag(string name) => new(name, CsvFlag.Check) { Convert = CsvFlag.Convert };

    private static CsvTable ClientsWith(Func<string, string?> userNumber) => new(
        "clients",
        "client",
        [
            new("user_number", userNumber),
            new("name", CsvChecks.Name),
            new("region", CsvChecks.OneOf("flanders", "brussels", "wallonia")),
            new("phone", CsvChecks.Phone),
            new("language", Language),
            Flag("active"),
        ],
        """
        insert into client (user_number, name, region, phone, language, active)
        select user_number, name, region, nullif(phone, ''), language, active::boolean from incoming
        on conflict (user_number) do update set
            name = excluded.name,
            region = excluded.region,
            phone = excluded.phone,
            language = excluded.language,
            active = excluded.active,
            erased_at = null
        """);
}
