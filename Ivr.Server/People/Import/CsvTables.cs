using Ivr.StateMachine;

namespace Ivr.Server.People.Import;

/// <summary>The three kinds of CSV files: companies, workers and clients.</summary>
internal static class CsvTables
{
    private static readonly Func<string, string?> Language = CsvChecks.OneOf(LanguageCodes.All);
    private static readonly Func<string, string?> TrueOrFalse = CsvChecks.OneOf("true", "false");

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
            new("active", TrueOrFalse),
            new("app_blocked", TrueOrFalse) { IsOptional = true },
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
    public static CsvTable Clients { get; } = new(
        "clients",
        "client",
        [
            new("user_number", CsvChecks.UserNumber),
            new("name", CsvChecks.Name),
            new("region", CsvChecks.OneOf("flanders", "brussels", "wallonia")),
            new("phone", CsvChecks.Phone),
            new("language", Language),
            new("active", TrueOrFalse),
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

    /// <summary>All kinds, in the order in which they can be imported: workers refer to companies.</summary>
    public static IReadOnlyList<CsvTable> All { get; } = [Companies, Workers, Clients];
}
