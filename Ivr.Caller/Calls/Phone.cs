using Ivr.Caller.Clock;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <summary>A telephone with Twilio behind it. It can make several calls, one after another or at the same time.</summary>
internal sealed class Phone : IDisposable
{
    /// <summary>The caller's number when a test gives no other.</summary>
    public const string DefaultCaller = "+3225551234";

    /// <summary>The value of From when the caller withholds the number.</summary>
    public const string Withheld = CallParameters.Withheld;

    private readonly PhoneOptions _options;
    private readonly HttpClient _http;
    private readonly WebhookClient _client;
    private readonly PublicAddress _address;

    public Phone(PhoneOptions options)
    {
        _options = options;
        Clock = options.Clock ?? new VirtualClock(DateTimeOffset.UtcNow);
        _http = options.Handler is { } handler ? new HttpClient(handler, disposeHandler: false) : new HttpClient(Sockets());
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _address = new PublicAddress(options.VoiceUrl, options.PublicBaseUrl);
        _client = new WebhookClient(_http, new RequestSigner(options.AuthToken), _address, options.ResponseTimeout);
    }

    /// <summary>The clock that this phone's calls advance.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Dials, and listens until the caller must act or the call is over.</summary>
    /// <param name="to">The dialled number in E.164, sent as To.</param>
    /// <param name="from">The caller's number in E.164, or <see cref="Withheld"/>.</param>
    /// <param name="callSid">CA and 32 hexadecimal digits; null generates one.</param>
    /// <param name="cancellationToken">Cancels the call's network traffic, now and in all later steps.</param>
    /// <exception cref="LineFailedException">There was no usable document.</exception>
    public async Task<PhoneCall> DialAsync(
        string to, string from = DefaultCaller, string? callSid = null, CancellationToken cancellationToken = default)
    {
        var call = NewCall(to, from, callSid, new(Clock), cancellationToken);
        await call.DialAsync(_address.ToPublic(_options.VoiceUrl));
        return call;
    }

    /// <summary>Dials and hangs up before the call is answered. This sends a voice webhook and then the status no-answer.</summary>
    public async Task<PhoneCall> DialAndGiveUpAsync(string to, string from = DefaultCaller, CancellationToken cancellationToken = default)
    {
        var call = NewCall(to, from, callSid: null, new(Clock), cancellationToken);
        await call.GiveUpAsync(_address.ToPublic(_options.VoiceUrl));
        return call;
    }

    /// <summary>
    /// Sends one webhook outside any call, for example a duplicate, a late or a forged one. There are no retries and no redirects.
    /// </summary>
    public Task<Exchange> SendAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
        _client.SendAsync(request, cancellationToken);

    public void Dispose() => _http.Dispose();

    /// <summary>Dials with a clock of the call's own, so that the call can begin at a time that was set in advance.</summary>
    internal async Task<PhoneCall> DialAsync(string to, string from, string callSid, CallTime time, CancellationToken cancellationToken)
    {
        var call = NewCall(to, from, callSid, time, cancellationToken);
        await call.DialAsync(_address.ToPublic(_options.VoiceUrl));
        return call;
    }

    private PhoneCall NewCall(string to, string from, string? callSid, CallTime time, CancellationToken cancellationToken)
    {
        var sid = callSid ?? $"CA{Guid.NewGuid():N}";
        var log = new CallLog(time);
        var parameters = new CallParameters(sid, _options.AccountSid, from, to);
        var delivery = new Delivery(_client, _options.RetryOn, _options.Retries, log.Exchanges, time);
        var documents = new FetchedDocuments(delivery, Public(_options.FallbackUrl), log);
        var status = new StatusCallback(Public(_options.StatusUrl), delivery, parameters, time, log);
        var line = new PhoneLine(documents, status, parameters, log, time, cancellationToken);
        log.Write($"{from} dials {to}");
        return new PhoneCall(sid, this, line, log, time)
        {
            KeysBetweenGathers = _options.KeysBetweenGathers,
            ServerHasOurClock = _options.Clock is not null,
        };
    }

    private Uri? Public(Uri? url) => url is null ? null : _address.ToPublic(url);

    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };
}
