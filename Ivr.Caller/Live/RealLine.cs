using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Ivr.Caller.Live;

/// <summary>Places calls through Twilio's REST API, one at a time, and polls them until they end.</summary>
internal sealed class RealLine : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The time that Twilio may take, besides ringing and talking, until it reports that a call is over.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    private readonly System.Net.Http.HttpClient _http;
    private readonly TwilioRestClient _client;
    private readonly LineAccess _access;

    /// <summary>Opens a line that an account pays for.</summary>
    /// <param name="accountSid">AC and 32 hexadecimal digits.</param>
    /// <param name="authToken">The account's auth token. It is in every request and nowhere else.</param>
    /// <param name="access">How the API is reached.</param>
    public RealLine(string accountSid, string authToken, LineAccess access)
    {
        _access = access;
        _http = access switch
        {
            { Handler: { } handler } => new(handler, disposeHandler: false),
            { BaseUrl: { } url } => new(new TwilioApi(url, Network())),
            _ => new(Network()),
        };
        _http.Timeout = RequestTimeout;
        _client = new(accountSid, authToken, httpClient: new SystemNetHttpClient(_http));
    }

    /// <summary>Places a call and waits until it is over.</summary>
    /// <param name="plan">The call.</param>
    /// <param name="placed">Called with the call's sid as soon as there is one.</param>
    /// <param name="cancellationToken">Stops polling. The call itself continues.</param>
    /// <exception cref="RealLineException">The call could not be placed, or Twilio did not report its end.</exception>
    public async Task<LiveCall> PlaceAsync(CallPlan plan, Action<string> placed, CancellationToken cancellationToken = default)
    {
        var call = await CreateAsync(plan);
        placed(call.Sid!);
        var looks = _access.Looks ?? (int)((TimeSpan.FromSeconds(CallPlan.RingsFor + plan.TimeLimit) + Reserve) / _access.LookEvery);
        TwilioException? trouble = null;
        for (var look = 0; look < looks && !IsOver(call); look++)
        {
            await Task.Delay(_access.LookEvery, cancellationToken);
            try
            {
                call = await CallResource.FetchAsync(call.Sid!, client: _client);
            }
            catch (TwilioException failed)
            {
                // The call continues in any case, so the next poll may succeed.
                trouble = failed;
            }
        }

        return IsOver(call) ? Read(call) : throw RealLineException.NeverEnded(call.Sid!, call.Status?.ToString(), trouble);
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Network() => new() { AllowAutoRedirect = false, UseCookies = false };

    private async Task<CallResource> CreateAsync(CallPlan plan)
    {
        try
        {
            var options = new CreateCallOptions(new PhoneNumber(plan.To), new PhoneNumber(plan.From))
            {
                SendDigits = plan.SendDigits,
                Twiml = plan.Twiml,
                Timeout = CallPlan.RingsFor,
                TimeLimit = plan.TimeLimit,
            };
            return await CallResource.CreateAsync(options, _client);
        }
        catch (TwilioException failed)
        {
            throw RealLineException.NotPlaced(failed);
        }
    }

    private static bool IsOver(CallResource call) =>
        call.Status is { } status && (status == CallResource.StatusEnum.Completed || status == CallResource.StatusEnum.Busy
            || status == CallResource.StatusEnum.Failed || status == CallResource.StatusEnum.NoAnswer
            || status == CallResource.StatusEnum.Canceled);

    private static LiveCall Read(CallResource call) => new(call.Sid!, call.Status!.ToString())
    {
        Duration = int.TryParse(call.Duration, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero,
        Price = call.Price is { } price ? $"{price} {call.PriceUnit}" : null,
    };
}

/// <summary>How the API is reached.</summary>
/// <param name="Handler">Null for the internet. It is not disposed of.</param>
internal sealed record LineAccess(HttpMessageHandler? Handler = null)
{
    /// <summary>The base URL of another server with Twilio's API; null for Twilio's own.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The interval between two polls of a call.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The maximum number of polls; null for as many as the call can last.</summary>
    public int? Looks { get; init; }
}
