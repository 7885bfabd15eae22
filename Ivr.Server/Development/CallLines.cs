using System.Collections.Concurrent;
using System.Globalization;
using Ivr.Server.CallTrace;
using Ivr.Server.Configuration;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Twiml;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Spectre.Console;

namespace Ivr.Server.Development;

/// <summary>Prints one line for each call that ends, for the user who watches the terminal of <c>./run</c>.</summary>
internal sealed class CallLines(TimeProvider clock) : IEndpointFilter
{
    // A call whose end nobody reports stays in the list.
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, string> _results = new(StringComparer.Ordinal);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (context.HttpContext.Features.Get<VoiceWebhook>() is { } webhook)
        {
            if (result is TwimlAnswer { Call: { } call, Tally: { } tally })
                Note(webhook.CallSid, ResultOf(call, tally.Recorded, tally.Left));
            else if (webhook.CallStatus == "completed" && _results.TryRemove(webhook.CallSid, out var known))
                Print(webhook, known);
        }

        return result;
    }

    private void Note(string callSid, string result)
    {
        if (_results.Count >= Most)
            _results.Clear();
        _results[callSid] = result;
    }

    private static string ResultOf(Call call, int recorded, int left) => (recorded, left) switch
    {
        (1, 0) => "1 entry recorded",
        (> 1, 0) => string.Create(CultureInfo.InvariantCulture, $"{recorded} entries recorded"),
        (_, > 0) => "kept without the database, waits for the company",
        _ => $"nothing recorded ({CallOutcome.Of(call).Replace('_', ' ')})",
    };

    private void Print(VoiceWebhook webhook, string result)
    {
        var now = BrusselsTime.At(clock.GetUtcNow()).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        OperatorConsole.Console.WriteLine($"{now}  call to {webhook.Dialled}, {webhook.Seconds ?? 0} s: {result}");
    }
}

/// <summary>Adds <see cref="CallLines"/> to the webhooks of a development server.</summary>
internal static class CallLinesRoutes
{
    public static RouteGroupBuilder MapCallLines(this RouteGroupBuilder voice, IServiceProvider services) =>
        services.GetService<CallLines>() is { } lines ? voice.AddEndpointFilter(lines) : voice;
}
