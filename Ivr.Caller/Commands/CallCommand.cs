using System.CommandLine;
using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands;

/// <summary>Dials a running server from the terminal.</summary>
internal static class CallCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new CallOptions();
        var command = new Command(
            "call", "Dials a server, presses keys, shows what is heard. Exit code 0 only when something was recorded.");
        foreach (var option in options.All) command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(options.Read(parsed), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CallSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            using var phone = new Phone(await NumberAsync(settings, terminal, cancellationToken));
            var console = Consoles.Create(terminal, settings.NoColour);
            return await new Conversation(phone, settings, console, terminal).RunAsync(cancellationToken);
        }
        catch (UsageException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted.");
            return ExitCode.NotRecorded;
        }
    }

    private static async Task<PhoneOptions> NumberAsync(CallSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        var number = new PhoneOptions
        {
            VoiceUrl = new Uri(settings.Server, settings.Incoming),
            StatusUrl = new Uri(settings.Server, settings.Status),
            FallbackUrl = new Uri(settings.Server, settings.Fallback),
            PublicBaseUrl = settings.PublicUrl,
            AuthToken = await AuthToken.FindAsync(settings.AuthTokenFile, terminal, cancellationToken),
        };
        var sid = settings.AccountSid ?? terminal.Variable("TWILIO_ACCOUNT_SID");
        return string.IsNullOrEmpty(sid) ? number : number with { AccountSid = sid };
    }
}
