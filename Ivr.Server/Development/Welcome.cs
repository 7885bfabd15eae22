using Ivr.Server.Configuration;
using Ivr.Server.Voice.Settings;
using Spectre.Console;

namespace Ivr.Server.Development;

/// <summary>Prints what a new user needs for a first call, after the server started with its own database.</summary>
internal static class Welcome
{
    /// <summary>Configuration key: URL of the browser phone, set when one was started.</summary>
    public const string PhoneKey = "Demonstration:Phone";

    private const int Shown = 3;

    // The default URL of the call command.
    private const string DefaultUrl = "http://localhost:5080";

    // Users copy the commands, so the console does not wrap lines.
    private const int NoWrapping = 1000;

    /// <summary>
    /// Prints numbers, logins, user numbers, and commands to copy. <paramref name="phone"/> is the URL of the browser phone, or null when
    /// there is none. <paramref name="psql"/> is the command that opens the database.
    /// </summary>
    public static void Print(string url, Lines lines, string psql, string? phone, DemonstrationAccounts accounts)
    {
        var logins = DemonstrationData.Logins().Take(Shown).ToList();
        var clients = DemonstrationData.Clients().Take(Shown).ToList();
        var (login, password, _) = logins[0];
        var keys = $"{login}#{password}#{clients[0].UserNumber}131";
        var at = url == DefaultUrl ? "" : $" --url {url}";

        var console = OperatorConsole.Console;
        console.Profile.Width = NoWrapping;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]The service-voucher voice server listens on {url}[/]  (Ctrl-C stops it)");
        console.WriteLine();
        Print(console, "Numbers", lines.Numbers.Select(number => $"{number.Key}  {number.Value.Name}"));
        Print(console, "Logins", logins.Select(worker => $"{worker.Login}  password {worker.Password}  ({worker.Language})"));
        Print(console, "User numbers", clients.Select(client => $"{client.UserNumber}  {client.Region}"));
        if (phone is not null)
        {
            console.WriteLine("Call from the browser:");
            console.MarkupLineInterpolated($"  [green]{phone}[/]");
        }

        console.WriteLine("See prestations appear, as their company does:");
        console.MarkupLineInterpolated($"  [green]{url}/company[/]");
        foreach (var account in accounts.All)
            console.WriteLine($"  {account.Login,-16}password {account.Password}");
        console.WriteLine("Record a prestation, from another terminal in this folder:");
        console.MarkupLineInterpolated($"  [green]dotnet run --project Ivr.Caller -- call --to {lines.Numbers.First().Key} --keys \"{keys}\"{at}[/]");
        console.WriteLine("Look at it:");
        console.MarkupLineInterpolated($"  [green]{psql} -c 'select * from prestation_feed'[/]");
        console.WriteLine();
    }

    private static void Print(IAnsiConsole console, string title, IEnumerable<string> rows)
    {
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
            console.WriteLine($"{(place == 0 ? title : ""),-14}{row}");
        console.WriteLine();
    }
}
