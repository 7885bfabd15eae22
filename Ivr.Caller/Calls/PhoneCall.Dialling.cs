using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <content>How a call begins, and how its webhooks are sent once more.</content>
internal sealed partial class PhoneCall
{
    /// <summary>
    /// Delivers an earlier webhook of this call once more, with the same token, as a retry or a late repeat would. The call
    /// itself does not move, and the answer is not in <see cref="Exchanges"/>.
    /// </summary>
    public Task<Exchange> Resends(Exchange exchange) => _phone.SendAsync(exchange.Request);

    /// <summary>Delivers the last webhook of this call once more.</summary>
    public Task<Exchange> ResendsLast() => Resends(Exchanges[^1]);

    internal async Task DialAsync(Uri voiceUrl)
    {
        await _line.DialAsync(voiceUrl);
        Checked();
    }

    internal Task GiveUpAsync(Uri voiceUrl) => _line.GiveUpAsync(voiceUrl);
}
