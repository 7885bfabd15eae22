using System.Net;
using System.Web;
using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties.Playing;

/// <summary>
/// Carries the webhooks of one call to the server: records each request and response, and can lose both. Server and phone share the
/// clock; <paramref name="isAlone"/> means that no other call runs at the same time.
/// </summary>
internal sealed class Wire(HttpMessageInvoker network, VirtualClock clock, Ticks ticks, bool isAlone) : HttpMessageHandler
{
    private static readonly TimeSpan BetweenTwins = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<WitnessedDelivery> _deliveries = [];
    private readonly HashSet<string> _tokens = [];

    /// <summary>The webhooks that arrived at the server, in the order of the responses.</summary>
    public IReadOnlyList<WitnessedDelivery> Deliveries => _deliveries;

    /// <summary>The state in the last response that the phone heard.</summary>
    public string State { get; private set; } = "";

    /// <summary>What happens to the next <c>/voice/answer</c> webhook.</summary>
    public Mishap Next { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = request.Headers.GetValues("I-Twilio-Idempotency-Token").Single();
        var isFirst = _tokens.Add(token);
        var mishap = isFirst && request.RequestUri!.AbsolutePath == "/voice/answer" ? Next : Mishap.None;
        if (mishap != Mishap.None)
            Next = Mishap.None;
        if (mishap == Mishap.RequestLost)
            return new(HttpStatusCode.BadGateway);

        var form = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var isHeard = isFirst && mishap != Mishap.AnswerLost;
        var overtaken = new TaskCompletionSource();
        var twin = mishap == Mishap.Doubled
            ? DeliverAsync(Copy(request, form), form, token, mishap, isHeard: false, isAlone ? Task.CompletedTask : overtaken.Task, cancellationToken)
            : null;
        // Another call may advance the clock between the two copies, and the second copy may be answered first. By chance this is rare:
        // force it.
        if (twin is not null && !isAlone)
            clock.Advance(BetweenTwins);
        var (answer, state) = await DeliverAsync(request, form, token, mishap, isHeard, Task.CompletedTask, cancellationToken);
        overtaken.SetResult();
        if (twin is not null)
            (await twin).Answer.Dispose();
        if (mishap == Mishap.AnswerLost)
            return new(HttpStatusCode.BadGateway);
        if (isFirst)
            State = state ?? State;
        return answer;
    }

    private async Task<(HttpResponseMessage Answer, string? State)> DeliverAsync(
        HttpRequestMessage request, byte[] form, string token, Mishap mishap, bool isHeard, Task until, CancellationToken cancellationToken)
    {
        var (sent, before) = (ticks.Next(), clock.GetUtcNow());
        var answer = await network.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        await until;
        var state = answer.Headers.TryGetValues("X-Ivr-State", out var states) ? string.Join(",", states) : null;
        var exchange = new Exchange(new(request.Method, request.RequestUri!, Fields(form)))
        {
            Status = answer.StatusCode,
            ContentType = answer.Content.Headers.ContentType?.ToString(),
            Content = body,
        };
        lock (_lock)
            _deliveries.Add(new(exchange, token, state, sent, ticks.Next(), before, clock.GetUtcNow(), mishap, isHeard));
        return (answer, state);
    }

    private static Dictionary<string, string> Fields(byte[] form)
    {
        var fields = HttpUtility.ParseQueryString(System.Text.Encoding.UTF8.GetString(form));
        return fields.AllKeys.OfType<string>().ToDictionary(name => name, name => fields[name] ?? "");
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] form)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(form) };
        copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }
}

/// <summary>Numbers events in order, over several calls at the same time.</summary>
internal sealed class Ticks
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
