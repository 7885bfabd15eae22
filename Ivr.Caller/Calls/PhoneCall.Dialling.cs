using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <content>How a call begins, and how its webhooks are sent again.</content>
internal sealed partial class PhoneCall
{
    /// <summary>
    /// Delivers an earlier webhook of this call again with the same idempotency token, as a retry or a late duplicate does. The call itself
    /// does not change, and the response is not added to <see cref="Exchanges"/>.
    /// </summary>
    public Task<Exchange> Resends(Exchange exchange) => _phone.SendAsync(exchange.Request);

    public Task<Exchange> ResendsLast() => Resends(Exchanges[^1]);

    internal async Task DialAsync(Uri voiceUrl)
    {
        await _line.DialAsync(voiceUrl);
        Checked();
    }

    internal Task GiveUpAsync(Uri voiceUrl) => _line.GiveUpAsync(voiceUrl);
}
