using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Secured.Accounts;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Secured;

/// <summary>Accounts of the secured area in a test database.</summary>
internal static class Visitors
{
    /// <summary>An account of the company that has the workers <see cref="TestData.Nl"/> and <see cref="TestData.Fr"/>.</summary>
    public static readonly Person OfAlfa = new("office@alfa", "seven quiet swans", "ALFA");

    /// <summary>An account of the company that has the workers <see cref="TestData.De"/> and <see cref="TestData.En"/>.</summary>
    public static readonly Person OfBeta = new("office@beta", "a lamp in the hall", "BETA");

    /// <summary>An account of the operator of the service.</summary>
    public static readonly Person Operator = new("night.watch", "nobody sleeps here", CompanyCode: null);

    /// <summary>Creates all three accounts.</summary>
    public static Task AddAsync(TestDatabase database) => AddAsync(Desk(database.Source));

    /// <summary>Creates all three accounts.</summary>
    public static async Task AddAsync(string connectionString)
    {
        await using var source = DatabaseServices.CreateSource(connectionString);
        await AddAsync(Desk(source));
    }

    public static AccountDesk Desk(Npgsql.NpgsqlDataSource source) => new(
        source,
        new PasswordHash(Options.Create(new PasswordOptions { Pepper = TestCluster.Pepper, Iterations = TestCluster.Iterations })));

    private static async Task AddAsync(AccountDesk desk)
    {
        foreach (var person in new[] { OfAlfa, OfBeta, Operator })
            await desk.AddAsync(person.CompanyCode, person.Login, person.Password);
    }
}

/// <summary>A person with an account; <c>CompanyCode</c> is null for an operator.</summary>
internal sealed record Person(string Login, string Password, string? CompanyCode);
