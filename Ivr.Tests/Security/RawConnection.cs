using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>A connection on which anything can be sent, in any pace.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private RawConnection(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    /// <summary>How long it has been open.</summary>
    public TimeSpan Age => _watch.Elapsed;

    /// <summary>Connects to a server.</summary>
    public static async Task<RawConnection> OpenAsync(TestServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port);
        return new(client);
    }

    /// <summary>Sends text, one byte a character.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    /// <exception cref="IOException">The server has closed the connection.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Says that nothing more comes.</summary>
    public void Finish() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>All that comes back until the server closes the connection; what is lost by a reset counts as nothing.</summary>
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
            // Reset: that is closed too.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>The first line that comes back; empty when the server closes the connection without a word.</summary>
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
            // Reset.
        }

        return line.ToString().TrimEnd('\r');
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _stream.DisposeAsync();
    }
}
