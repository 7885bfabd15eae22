using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Records the warnings and errors of a page, its requests, and what it receives over WebSockets during calls.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _received = new();

    public PageWatch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Request += (_, request) => MustStayHere(request.Url);
        page.RequestFailed += (_, request) => _complaints.Enqueue($"{request.Url}: {request.Failure}");
        page.WebSocket += (_, socket) =>
        {
            MustStayHere(socket.Url);
            socket.FrameReceived += (_, frame) => _received.Enqueue(frame.Text ?? "");
        };
    }

    /// <summary>Errors, warnings, failed requests, and requests to other machines.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Everything that WebSockets received.</summary>
    public string Received => string.Join('\n', _received);

    private void MustStayHere(string url)
    {
        if (!new Uri(url).IsLoopback) _complaints.Enqueue($"asks {url}");
    }
}
