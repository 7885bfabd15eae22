using System.Security.Cryptography;
using System.Text;
using Dapper;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Secured.Accounts;
using Npgsql;

namespace Ivr.Server.Development;

/// <summary>
/// Accounts for the pages of a demonstration server: one for each made-up company, and one for the operator. The passwords are derived from
/// a secret in the folder: they differ between folders and stay the same between starts.
/// </summary>
internal sealed class DemonstrationAccounts(DataFolder folder)
{
    private const int Parts = 4;
    private const int PartLength = 5;

    /// <summary>All accounts; the operator is the last.</summary>
    public IReadOnlyList<(string? CompanyCode, string Login, string Password)> All { get; } =
    [
        .. DemonstrationData.Companies().Append(null).Select(company => (company, LoginOf(company), PasswordOf(folder, LoginOf(company)))),
    ];

    /// <summary>Adds the missing accounts. It skips an account whose company is not in the database.</summary>
    public async Task AddAsync(NpgsqlDataSource source, PasswordHash hash)
    {
        await using var connection = await source.OpenConnectionAsync();
        var there = (await connection.QueryAsync<string>("select user_name from secured_user")).ToHashSet(StringComparer.Ordinal);
        var companies = (await connection.QueryAsync<string>("select company_code from company")).ToHashSet(StringComparer.Ordinal);
        foreach (var (company, login, password) in All)
        {
            if (!there.Contains(login) && (company is null || companies.Contains(company)))
                await new AccountDesk(source, hash).AddAsync(company, login, password);
        }
    }

#pragma warning disable CA1308 // Logins are stored in lower case.
    private static string LoginOf(string? company) => company is null ? "operator" : $"office@{company.ToLowerInvariant()}";
#pragma warning restore CA1308

    private static string PasswordOf(DataFolder folder, string login)
    {
        var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(folder.ReadAccountsSecret()), Encoding.UTF8.GetBytes(login));
        return string.Join('-', Convert.ToHexStringLower(bytes).Chunk(PartLength).Take(Parts).Select(part => new string(part)));
    }
}
