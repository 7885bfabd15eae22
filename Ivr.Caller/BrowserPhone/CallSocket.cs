using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Caller.BrowserPhone;

/// <summary>Serves one call over one WebSocket. When the page closes the socket, the caller hangs up.</summary>
internal sealed class CallSocket(WebSocket socket, Switchboard switchboard)
{
    private const int LongestMessage = 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly byte[] _buffer = new byte[LongestMessage];

    /// <summary>Runs until the call is over or the page closes the socket.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (await ReadAsync(stopping) is CallerMessage.Dial dial) await TalkAsync(dial, stopping);
            await CloseAsync(stopping);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The page was closed, or this program is stopping. There is no receiver for another message.
        }
    }

    private async Task TalkAsync(CallerMessage.Dial dial, CancellationToken stopping)
    {
        if (dial is not { To: { } to, From: { } from })
        {
            await SendAsync(new Refusal("This is no telephone number. Write +3280035530 or 0800/355 30."), stopping);
            return;
        }

        try
        {
            using var phone = await switchboard.OpenAsync(dial.Moment, stopping);
            await using var live = await BrowserCall.DialAsync(phone, to, from);
            var news = new CallNews(live, switchboard.StateHeader, switchboard.KeysHeader);
            await SendAsync(news.Next(), stopping);
            while (!live.Call.IsOver && await ReadAsync(stopping) is { } message)
            {
                await live.DoAsync(message);
                await SendAsync(news.Next(), stopping);
            }
        }
        catch (UsageException cannot)
        {
            await SendAsync(new Refusal(cannot.Message), stopping);
        }
    }

    /// <summary>Reads the next message. Null when the page closed the socket or the message is invalid.</summary>
    private async Task<CallerMessage?> ReadAsync(CancellationToken stopping)
    {
        var part = await socket.ReceiveAsync(_buffer, stopping);
        return part is { MessageType: WebSocketMessageType.Text, EndOfMessage: true }
            ? CallerMessage.Parse(_buffer.AsSpan(0, part.Count))
            : null;
    }

    private Task SendAsync<T>(T message, CancellationToken stopping) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, Json), WebSocketMessageType.Text, endOfMessage: true, stopping);

    private Task CloseAsync(CancellationToken stopping) => socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, stopping)
        : Task.CompletedTask;
}
