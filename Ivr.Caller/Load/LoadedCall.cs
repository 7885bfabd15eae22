using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Load;

/// <summary>One call of a load run.</summary>
internal sealed record LoadedCall(string CallSid)
{
    /// <summary>Whether the call is measured. The first calls only warm the server up.</summary>
    public required bool IsMeasured { get; init; }

    /// <summary>The real time from the moment when the caller wanted to dial to the end.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Why the call failed, in words without the numbers of a person; null when the call followed the script.</summary>
    public string? Failure { get; init; }

    /// <summary>The references of prestations that the caller heard.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether a response was never heard. Then a prestation may be recorded that the caller does not know of.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>How many times the caller was asked to wait a moment and keyed the same again.</summary>
    public int Moments { get; init; }

    public IReadOnlyList<LoadedWebhook> Webhooks { get; init; } = [];
}

/// <summary>One webhook of a load run.</summary>
/// <param name="Step">The state whose question it answers; or incoming, fallback or status.</param>
/// <param name="Outcome">The HTTP status, or the reason why there is none.</param>
/// <param name="Latency">The time from the moment when it was due to the last byte of the response.</param>
internal sealed record LoadedWebhook(string Step, string Outcome, TimeSpan Latency)
{
    private const string FinalReport = "CallDuration";
    private const string ErrorUrl = "ErrorUrl";

    /// <summary>Whether the webhook reports the end of a call. Its response is not used.</summary>
    public static bool IsReport(Exchange exchange) => exchange.Request.Form.ContainsKey(FinalReport);

    public static IReadOnlyList<LoadedWebhook> Of(IReadOnlyList<Exchange> exchanges)
    {
        var webhooks = new LoadedWebhook[exchanges.Count];
        var asked = "incoming";
        for (var i = 0; i < webhooks.Length; i++)
        {
            var exchange = exchanges[i];
            var step = IsReport(exchange) ? "status" : exchange.Request.Form.ContainsKey(ErrorUrl) ? "fallback" : asked;
            webhooks[i] = new(step, exchange.Status is { } status ? $"{(int)status}" : exchange.Failure?.Message ?? "no answer", exchange.Latency);
            asked = exchange.State ?? asked;
        }

        return webhooks;
    }
}
