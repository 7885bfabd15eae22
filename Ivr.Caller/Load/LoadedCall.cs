using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Load;

/// <summary>One call that was made.</summary>
/// <param name="CallSid">Its sid.</param>
internal sealed record LoadedCall(string CallSid)
{
    /// <summary>Whether it belongs to what is measured: the first calls warm the server up.</summary>
    public required bool IsMeasured { get; init; }

    /// <summary>From the moment when the caller wanted to dial to the end, by the clock on the wall.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Why it failed, in words that hold nobody's numbers; null when it went as the script says.</summary>
    public string? Failure { get; init; }

    /// <summary>The references of prestations that the caller heard.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether an answer was never heard, so that something may be on record that the caller does not know of.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>How often the caller was asked for a moment's patience and keyed the same again.</summary>
    public int Moments { get; init; }

    /// <summary>Its webhooks.</summary>
    public IReadOnlyList<LoadedWebhook> Webhooks { get; init; } = [];
}

/// <summary>One webhook under load.</summary>
/// <param name="Step">The state whose question it answers; or incoming, fallback or status.</param>
/// <param name="Outcome">The HTTP status, or why there is none.</param>
/// <param name="Latency">From the moment when it was due to the last byte of the answer.</param>
internal sealed record LoadedWebhook(string Step, string Outcome, TimeSpan Latency)
{
    private const string FinalReport = "CallDuration";
    private const string ErrorUrl = "ErrorUrl";

    /// <summary>Whether it reports the end of a call; what it answers is used by nobody.</summary>
    public static bool IsReport(Exchange exchange) => exchange.Request.Form.ContainsKey(FinalReport);

    /// <summary>The webhooks of a call.</summary>
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
