using System.Net;
using System.Web;
using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties.Playing;

/// <summary>The way of one call's webhooks to the server: it sees all that arrives and all that is answered, and can lose both.</summary>
/// <param name="network">What carries them.</param>
/// <param name="clock">The clock of server and phone.</param>
/// <param name="ticks">Numbers what happens.</param>
/// <param name="isAlone">Whether no other call goes on at the same time.</param>
internal sealed class Wire(HttpMessageInvoker network, VirtualClock clock, Ticks ticks, bool isAlone) : HttpMessageHandler
{
    private static readonly TimeSpan BetweenTwins = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<WitnessedDelivery> _deliveries = [];
    private readonly HashSet<string> _tokens = [];

    /// <summary>What arrived at the server, in the order of the answers.</summary>
    public IReadOnlyList<WitnessedDelivery> Deliveries => _deliveries;

    /// <summary>The state that the phone heard last.</summary>
    public string State { get; private set; } = "";

    /// <summary>What will happen to the next answer of the caller.</summary>
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
        // Another call may move the clock on between the two, and the second may be answered first: by chance hardly ever, so here always.
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

/// <summary>Numbers what happens, over several calls at the same time.</summary>
internal sealed class Ticks
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
