using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Spectre.Console;

namespace Ivr.Server.Development;

/// <summary>
/// What a new user needs for a first call. <c>Phone</c> is the URL of the browser phone, or null when there is none. <c>Psql</c> is the
/// command that opens the database.
/// </summary>
internal sealed record Welcome(string Url, string? Phone, Lines Lines, DemonstrationAccounts Accounts, string Psql)
{
    private const int ShownClients = 3;
    private const int ShownLogins = 2;

    // The default URL of the call command.
    private const string DefaultUrl = "http://localhost:5080";

    // Users copy the commands, so the console does not wrap lines.
    private const int NoWrapping = 1000;

    /// <summary>The text without colours.</summary>
    public string Text()
    {
        using var text = new StringWriter();
        Print(AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) }));
        return text.ToString();
    }

    public void Print(IAnsiConsole console)
    {
        console.Profile.Width = NoWrapping;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Hours line is ready.[/] [grey]Ctrl-C stops it, ./run --show prints this again.[/]");
        console.WriteLine();
        if (Phone is not null)
            console.MarkupLineInterpolated($"  [bold]Phone[/]      [green]{Phone}[/]");
        console.MarkupLineInterpolated($"  [bold]Company[/]    [green]{Url}/company[/]");
        console.MarkupLineInterpolated($"  [bold]Operator[/]   [green]{Url}/operator[/]");
        console.WriteLine();
        console.MarkupLineInterpolated($"  [grey]{"Account",-15}{"Password",-26}Sees the calls of (password, language)[/]");
        foreach (var (company, login, password) in Accounts.All)
            console.MarkupLineInterpolated($"  [cyan]{login,-15}[/]{password,-26}{LoginsOf(company)}");
        console.WriteLine();
        foreach (var line in Lines.All)
            console.MarkupLineInterpolated($"  [grey]Dial[/]       {string.Join(" or ", NumbersOf(line))}  [grey]{line.Name}[/]");
        console.MarkupLineInterpolated($"  [grey]Clients[/]    {string.Join("   ", DemonstrationData.Clients().Take(ShownClients).Select(client => $"{client.UserNumber} {client.Region}"))}");
        console.WriteLine();
        console.MarkupLineInterpolated($"  [grey]Record an entry, and look at it, in another terminal in this folder:[/]");
        console.MarkupLineInterpolated($"  [green]{CallCommand()}[/]");
        console.MarkupLineInterpolated($"  [green]{Psql} -c 'select * from prestation_feed order by recorded_at desc limit 5'[/]");
        console.WriteLine();
    }

    private static string LoginsOf(string? company) => company is null
        ? "all calls, as figures"
        : string.Join("   ", DemonstrationData.Logins()
            .Where(worker => worker.CompanyCode == company)
            .Take(ShownLogins)
            .Select(worker => $"{worker.Login} ({worker.Password}, {worker.Language})"));

    private IEnumerable<string> NumbersOf(Line line) =>
        Lines.Numbers.Where(number => number.Value.Name == line.Name).Select(number => number.Key);

    private string CallCommand()
    {
        var worker = DemonstrationData.Logins().First();
        var keys = $"{worker.Login}#{worker.Password}#{DemonstrationData.Clients().First().UserNumber}131";
        var at = Url == DefaultUrl ? "" : $" --url {Url}";
        return $"dotnet Ivr.Caller/bin/Release/net10.0/Ivr.Caller.dll call --to {Lines.Numbers.First().Key} --keys \"{keys}\" --hang-up{at}";
    }
}
