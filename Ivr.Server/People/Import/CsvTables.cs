using Ivr.StateMachine;

namespace Ivr.Server.People.Import;

/// <summary>The three kinds of CSV files: companies, workers and clients.</summary>
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

    /// <summary>All kinds, in the order in which they can be imported: workers refer to companies.</summary>
    public static IReadOnlyList<CsvTable> All { get; } = [Companies, Workers, Clients];

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
