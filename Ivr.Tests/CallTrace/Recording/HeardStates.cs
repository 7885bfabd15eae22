using System.Web;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>HTTP handler that notes which states the callers heard, by call, without repeated webhooks and lost responses.</summary>
internal sealed class HeardStates() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
{
    private readonly List<(string Call, string Url, string Body, string State)> _answers = [];

    /// <summary>The states, one line for each call.</summary>
    public IReadOnlyList<string> Lines =>
        [.. _answers.GroupBy(answer => answer.Call).Select(call => string.Join(' ', call.Select(answer => answer.State)))];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!.AbsoluteUri;
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var form = HttpUtility.ParseQueryString(body);
        var response = await base.SendAsync(request, cancellationToken);
        if (form["ErrorUrl"] is { } lost)
            _answers.RemoveAll(answer => answer.Url == lost && answer.Call == form["CallSid"]);
        if (response.Headers.TryGetValues("X-Ivr-State", out var states) && !_answers.Any(answer => (answer.Url, answer.Body) == (url, body)))
            _answers.Add((form["CallSid"]!, url, body, states.Single()));
        return response;
    }
}
