using Ivr.Server.Configuration;
using Ivr.Server.Voice.Settings;
using Spectre.Console;

namespace Ivr.Server.Development;

/// <summary>What a newcomer reads when the server has started with its own database: all that is needed to make a call.</summary>
internal static class Welcome
{
    /// <summary>Configuration: where a phone for this server is served, when somebody has started one.</summary>
    public const string PhoneKey = "Demonstration:Phone";

    private const int Shown = 3;

    // Where the call command dials by itself.
    private const string DefaultUrl = "http://localhost:5080";

    // Commands are there to be copied, so no line is broken by us.
    private const int NoWrapping = 1000;

    /// <summary>Prints numbers, logins, user numbers, and commands to copy.</summary>
    /// <param name="url">Where the server listens.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="psql">The command that opens the database.</param>
    /// <param name="phone">The address of the browser phone; null when there is none.</param>
    /// <param name="accounts">Who may sign in to the pages.</param>
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
