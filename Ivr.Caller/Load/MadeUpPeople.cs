using System.Globalization;
using Ivr.Caller.Scripts;

namespace Ivr.Caller.Load;

/// <summary>
/// Generates companies, workers and clients, in the columns of the import. The same number gives the same people each time, so that two
/// machines can be compared. The lines are generated one by one, so ten million lines need no memory.
/// </summary>
internal static class MadeUpPeople
{
    // Logins begin with 980.
    private const long FirstLogin = 980_000_000_000;
    private const long FirstClient = 2_000_000_000;
    private const int WorkersPerCompany = 100;

    // Neighbours in a file must not be neighbours in an index, because real numbers are not. The stride is a prime that does not divide the
    // length of the series.
    private const long Stride = 7_368_787;
    private const long Series = 1_000_000_000;

    private static readonly string[] Languages = ["nl", "fr", "de", "en"];
    private static readonly string[] Regions = ["flanders", "brussels", "wallonia"];

    /// <summary>The lines of companies.csv for this number of workers.</summary>
    public static IEnumerable<string> Companies(int workers) => Lines(
        "company_code,name", (workers + WorkersPerCompany - 1) / WorkersPerCompany, number => $"LOAD{number},Load {number}");

    /// <summary>The lines of workers.csv. Passwords have five digits.</summary>
    public static IEnumerable<string> Workers(int workers) => Lines(
        "login,password,company_code,name,language,active",
        workers,
        number => $"{FirstLogin + Spread(number)},{10_000 + (Spread(number) % 90_000)},LOAD{number / WorkersPerCompany},Worker {number},{Languages[number % Languages.Length]},true");

    /// <summary>The lines of clients.csv, with valid check digits.</summary>
    public static IEnumerable<string> Clients(int clients) => Lines(
        "user_number,name,region,phone,language,active",
        clients,
        number => $"{UserNumber(number)},Client {number},{Regions[number % Regions.Length]},,{Languages[number % Languages.Length]},true");

    private static string UserNumber(long number)
    {
        var firstTen = FirstClient + Spread(number);
        return string.Create(CultureInfo.InvariantCulture, $"{firstTen:0000000000}{UserNumberCheck.Of(firstTen):00}");
    }

    private static long Spread(long number) => number * Stride % Series;

    private static IEnumerable<string> Lines(string header, int count, Func<int, string> line) =>
        Enumerable.Range(0, count).Select(line).Prepend(header);
}
