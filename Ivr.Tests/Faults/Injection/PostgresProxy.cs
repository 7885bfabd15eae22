using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace Ivr.Tests.Faults.Injection;

/// <summary>
/// A TCP proxy between the servers and one PostgreSQL. It can cut a connection during a confirmation. <c>socket</c> returns the path of
/// PostgreSQL's Unix socket; null if there is none.
/// </summary>
internal sealed class PostgresProxy(Func<string?> socket) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private Task _accepting = Task.CompletedTask;
    private volatile TaskCompletionSource _open = Opened();

    /// <summary>Decides which fault hits each confirmation.</summary>
    public Func<CommitFault> Fault { get; set; } = () => CommitFault.None;

    /// <summary>Makes a listener for each connection. It hears the type and the body of each message of the client.</summary>
    public Func<Action<char, ReadOnlySequence<byte>>?> Listener { get; init; } = () => null;

    /// <summary>Host and port for a connection string.</summary>
    public string Address => $"{_listener.LocalEndpoint}";

    public PostgresProxy Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
        return this;
    }

    /// <summary>Stops all traffic. Connections stay open.</summary>
    public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _open.SetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
                served.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        try
        {
            near.NoDelay = true;
            if (socket() is not { } path)
                return;
            await far.ConnectAsync(new UnixDomainSocketEndPoint(path), end.Token);
            await using var nearStream = new NetworkStream(near);
            await using var farStream = new NetworkStream(far);
            var answers = new Answers();
            // When one direction ends, the other ends too.
            var both = new[] { AskAsync(nearStream, farStream, answers, end.Token), AnswerAsync(farStream, nearStream, answers, end.Token) };
            await Task.WhenAny(both);
            await end.CancelAsync();
            await Task.WhenAll(both);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Connections that end on either side are the purpose of this class.
        }
    }

    private async Task AskAsync(NetworkStream client, NetworkStream server, Answers answers, CancellationToken end)
    {
        var reader = PipeReader.Create(client);
        var messages = new FrontendMessages(Listener());
        while (true)
        {
            var read = await reader.ReadAsync(end);
            var rest = read.Buffer;
            var start = read.Buffer.Start;
            while (messages.ReadToCommit(ref rest) is { } commit)
            {
                var fault = Fault();
                if (fault == CommitFault.None)
                    continue;
                if (fault == CommitFault.CutAfter)
                    answers.CutAtNext();
                var until = fault == CommitFault.CutBefore ? commit : rest.Start;
                await SendAsync(server, read.Buffer.Slice(start, until), end);
                start = rest.Start;
                if (fault != CommitFault.CutAfter)
                    return;
            }

            await SendAsync(server, read.Buffer.Slice(start, rest.Start), end);
            reader.AdvanceTo(rest.Start, read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client, Answers answers, CancellationToken end)
    {
        var buffer = new byte[16 * 1024];
        while (await server.ReadAsync(buffer, end) is > 0 and var count && !answers.IsCut)
        {
            await _open.Task.WaitAsync(end);
            await client.WriteAsync(buffer.AsMemory(0, count), end);
        }
    }

    private async Task SendAsync(NetworkStream server, ReadOnlySequence<byte> bytes, CancellationToken end)
    {
        await _open.Task.WaitAsync(end);
        foreach (var piece in bytes)
            await server.WriteAsync(piece, end);
    }

    // PostgreSQL sends no part of the response before the COMMIT is done.
    private sealed class Answers
    {
        private volatile bool _isCut;

        public bool IsCut => _isCut;

        public void CutAtNext() => _isCut = true;
    }
}
