namespace Ivr.Server.Secured.Live;

/// <summary>The session of one live stream, while the stream is open.</summary>
internal sealed class LiveSession(DateTimeOffset until, Action<LiveSession> leave) : IDisposable
{
    private readonly CancellationTokenSource _ending = new();

    /// <summary>The end of the session's cookie.</summary>
    public DateTimeOffset Until => until;

    /// <summary>Cancelled when the stream must end.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>True after the session ended; false while it is valid, or not known to be.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Ends the stream.</summary>
    public void End(bool isOver)
    {
        IsOver |= isOver;
        // Not disposed with the stream, which may end at the same moment: without a timer there is nothing to release.
        _ending.Cancel();
    }

    public void Dispose() => leave(this);
}
