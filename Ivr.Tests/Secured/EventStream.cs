using System.Net;
using System.Text.Json;

namespace Ivr.Tests.Secured;

/// <summary>Reads server-sent events as they arrive.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventStream(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public static async Task<EventStream> OpenAsync(Door door, string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await door.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, new(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>Waits for the next event of a kind, and skips other events.</summary>
    public async Task<ServerEvent> NextAsync(string kind)
    {
        var (id, type, data) = ("", "", "");
        while (await _reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length == 0 && type == kind)
                return new(id, data);
            var (name, value) = line.Split(": ", 2) is [var field, var text] ? (field, text) : (line, "");
            if (line.Length == 0)
                (type, data) = ("", "");
            else if (name == "id")
                id = value;
            else if (name == "event")
                type = value;
            else if (name == "data")
                data = value;
        }

        throw new InvalidOperationException($"The stream ended without the event {kind}.");
    }

    /// <summary>The next comment line; the server sends comments to keep the connection alive.</summary>
    public async Task<string> NextCommentAsync()
    {
        while (await _reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(':'))
                return line;
        }

        throw new InvalidOperationException("The stream ended without a comment.");
    }

    /// <summary>Waits until the server ends the stream; throws after 60 seconds without a line.</summary>
    public async Task<bool> IsOverAsync()
    {
        try
        {
            while (await _reader.ReadLineAsync().WaitAsync(Patience) is not null)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record ServerEvent(string Id, string Data)
{
    /// <summary>The number of entries of the day, according to the event.</summary>
    public int Total => JsonDocument.Parse(Data).RootElement.GetProperty("totals").GetProperty("entries").GetInt32();

    /// <summary>The references of the new entries in the event.</summary>
    public IReadOnlyList<string> References => Of("entries");

    /// <summary>The references of the corrected entries in the event.</summary>
    public IReadOnlyList<string> Corrected => Of("corrected");

    private IReadOnlyList<string> Of(string list) =>
        [.. JsonDocument.Parse(Data).RootElement.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty("reference").GetString()!)];
}
