using System.CommandLine;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Secured.Accounts;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Ivr.Server.Commands;

/// <summary>
/// Commands <c>company-user</c> and <c>operator-user</c> with <c>add|password|lock|unlock|remove|list</c>: manage accounts of the secured
/// area.
/// </summary>
internal static class SecuredUserCommand
{
    public static Command Create(SecuredRole role)
    {
        var (name, whose) = role == SecuredRole.Company ? ("company-user", "approved companies") : ("operator-user", "who runs this service");
        return new(name, $"Accounts of {whose} for the pages of this server.")
        {
            Add(role),
            OnLogin("password", "Gives an account another password, and ends its sessions.", async (login, settings) =>
            {
                await using var desk = Desk.Open(settings);
                await desk.WithPasswords().ChangePasswordAsync(role, login, ReadPassword());
                Console.WriteLine($"The password of {login} is another one now.");
            }),
            OnLogin("lock", "Locks an account, and ends its sessions.", async (login, settings) =>
            {
                await using var desk = Desk.Open(settings);
                await desk.Plain().LockAsync(role, login, isLocked: true);
                Console.WriteLine($"{login} is locked.");
            }),
            OnLogin("unlock", "Unlocks it again.", async (login, settings) =>
            {
                await using var desk = Desk.Open(settings);
                await desk.Plain().LockAsync(role, login, isLocked: false);
                Console.WriteLine($"{login} is unlocked.");
            }),
            OnLogin("remove", "Takes an account away.", async (login, settings) =>
            {
                await using var desk = Desk.Open(settings);
                await desk.Plain().RemoveAsync(role, login);
                Console.WriteLine($"{login} is gone.");
            }),
            List(role),
        };
    }

    private static Command Add(SecuredRole role)
    {
        var company = new Argument<string>("COMPANY_CODE");
        var login = new Argument<string>("LOGIN");
        var command = new Command("add", "Makes an account. The password is asked for, or read from standard input.");
        if (role == SecuredRole.Company)
            command.Add(company);
        command.Add(login);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Failures.RunAndReportAsync(async () =>
        {
            await using var desk = Desk.Open(parsed.UnmatchedTokens);
            await desk.WithPasswords().AddAsync(
                role == SecuredRole.Company ? parsed.GetRequiredValue(company) : null, parsed.GetRequiredValue(login), ReadPassword());
            Console.WriteLine($"{parsed.GetRequiredValue(login)} may sign in.");
        }));
        return command;
    }

    private static Command OnLogin(string name, string description, Func<string, IReadOnlyList<string>, Task> action)
    {
        var login = new Argument<string>("LOGIN");
        var command = new Command(name, description) { login };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Failures.RunAndReportAsync(() => action(parsed.GetRequiredValue(login), parsed.UnmatchedTokens)));
        return command;
    }

    private static Command List(SecuredRole role)
    {
        var command = new Command("list", "Lists the accounts.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(parsed => Failures.RunAndReportAsync(async () =>
        {
            await using var desk = Desk.Open(parsed.UnmatchedTokens);
            foreach (var account in await desk.Plain().ListAsync(role))
                Console.WriteLine($"{account.CompanyCode,-16}{account.Login,-40}{(account.Locked ? "locked" : "")}".TrimEnd());
        }));
        return command;
    }

    // The password is not an argument: arguments are visible in the process list and in the shell's history.
    private static string ReadPassword() => Console.IsInputRedirected
        ? Console.In.ReadLine() ?? ""
        : OperatorConsole.Console.Prompt(new TextPrompt<string>("Password:").Secret().AllowEmpty());

    private sealed class Desk : IAsyncDisposable
    {
        private readonly IConfiguration _configuration;
        private readonly Npgsql.NpgsqlDataSource _source;

        private Desk(IConfiguration configuration) =>
            (_configuration, _source) = (configuration, DatabaseServices.CreateSource(DatabaseServices.RequireDirect(configuration)));

        public static Desk Open(IReadOnlyList<string> settings) => new(Settings.ForCommand(settings));

        public AccountDesk Plain() => new(_source);

        public AccountDesk WithPasswords() =>
            new(_source, new PasswordHash(Options.Create(_configuration.GetChecked<PasswordOptions>(PasswordOptions.Section))));

        public ValueTask DisposeAsync() => _source.DisposeAsync();
    }
}
