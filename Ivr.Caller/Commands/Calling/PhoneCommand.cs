using System.CommandLine;
using System.Net.Sockets;
using Ivr.Caller.BrowserPhone;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Microsoft.Extensions.Hosting;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Serves the browser phone.</summary>
internal static class PhoneCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PhonePageOptions();
        var command = new Command("phone", "Serves a page to call a server from the browser. Other machines cannot reach it.");
        foreach (var option in options.All) command.Add(option);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(options.Read(parsed, terminal), parsed.GetValue(options.WhileProcess), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(PhoneSettings settings, int? companion, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var site = PhoneSite.Build(settings);
        try
        {
            await site.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await terminal.Error.WriteLineAsync($"The phone cannot listen on {settings.Listen}: {taken.Message}");
            return ExitCode.WrongUsage;
        }

        await terminal.Out.WriteLineAsync($"The phone is on {site.Urls.First()}  (Ctrl-C stops it)");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var alone = companion is { } process ? Companion.EndsAsync(process, stopping) : Task.CompletedTask;
        await site.WaitForShutdownAsync(stopping.Token);
        await stopping.CancelAsync();
        await alone;
        return ExitCode.Done;
    }
}
