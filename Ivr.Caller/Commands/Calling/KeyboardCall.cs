using System.Net;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Webhooks;
using Spectre.Console;

namespace Ivr.Caller.Commands.Calling;

/// <summary>
/// One call from the terminal. It presses the keys typed ahead, and then asks for keys. Without a terminal it stays silent.
/// </summary>
internal sealed class KeyboardCall(Phone phone, CallSettings settings, IAnsiConsole console, Terminal terminal)
{
    /// <summary>After this many silences the caller hangs up, so that a call without a terminal ends.</summary>
    private const int MaxSilences = 20;

    private readonly TypedKeys _keys = new(settings.Keys);
    private readonly TranscriptScreen _screen = new(console, settings);
    private int _silences;

    private Uri Server => new(settings.Number.VoiceUrl, "/");

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var call = await TalkAsync(cancellationToken);
        await _screen.ShowAsync(call, cancellationToken);
        var verdict = Verdict.Of(call);
        _screen.Show(verdict, call);
        if (_keys.Left > 0) await terminal.Error.WriteLineAsync($"{_keys.Left} keys were left over when the call ended.");
        if (verdict.ExitCode == ExitCode.LineFailed) await terminal.Error.WriteLineAsync(Explain(call.Failures[0]));
        return verdict.ExitCode;
    }

    private async Task<PhoneCall> TalkAsync(CancellationToken cancellationToken)
    {
        try
        {
            var call = await phone.DialAsync(settings.To, settings.From, cancellationToken: cancellationToken);
            while (!call.IsOver)
            {
                await _screen.ShowAsync(call, cancellationToken);
                await TakeTurnAsync(call);
            }

            return call;
        }
        catch (LineFailedException failed)
        {
            return failed.Call;
        }
    }

    private async Task TakeTurnAsync(PhoneCall call)
    {
        if (_keys.Next() is { } key)
            await (key == TypedKeys.Silence ? call.StaysSilent() : call.Presses(key.ToString()));
        else if (settings.HangsUp)
            await call.HangsUp();
        else if (terminal.Ask is not null)
            await AskAsync(call, terminal.Ask);
        else
            await (_silences++ < MaxSilences ? call.StaysSilent() : call.HangsUp());
    }

    private async Task AskAsync(PhoneCall call, Func<IAnsiConsole, bool, string?> ask)
    {
        _screen.ShowRecorded(call);
        // Only an entry of variable length can be a password.
        var line = ask(console, !settings.ShowKeys && call.Gather!.NumDigits is null);
        if (line is null or "h") await call.HangsUp();
        else if (string.IsNullOrWhiteSpace(line)) await call.StaysSilent();
        else if (TypedKeys.Unknown(line) is { } wrong) await terminal.Error.WriteLineAsync($"A telephone has no key '{wrong}'.");
        else _keys.Add(line);
    }

    private string Explain(WebhookFailure failure) => failure switch
    {
        { RetriedOn: RetryOn.NoConnection } => $"Nobody listens at {Server}: is the server running there?",
        { Status: HttpStatusCode.Forbidden } =>
            "The server refused the signature (403): the auth token is not the server's, "
            + $"or its public base URL is not {settings.Number.PublicBaseUrl ?? Server} (see --public-url).",
        _ => failure.ToString(),
    };
}
