using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>A TCP connection on which a test can send any bytes at any pace.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private RawConnection(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    /// <summary>Time since the connection was opened.</summary>
    public TimeSpan Age => _watch.Elapsed;

    public static async Task<RawConnection> OpenAsync(TestServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port);
        return new(client);
    }

    /// <summary>Sends text, one byte per character.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <exception cref="IOException">The server has closed the connection.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Closes the sending side of the connection.</summary>
    public void Finish() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Reads until the server closes the connection; data that a reset discards are missing.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var answer = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // A reset closes the connection too.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Reads the first line; empty when the server closes the connection without a response.</summary>
    public async Task<string> ReadStatusAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = new StringBuilder();
        var one = new byte[1];
        try
        {
            while (await _stream.ReadAsync(one, patience.Token) == 1 && one[0] != '\n')
                line.Append((char)one[0]);
        }
        catch (IOException)
        {
            // The server reset the connection.
        }

        return line.ToString().TrimEnd('\r');
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _stream.DisposeAsync();
    }
}
