using System.Diagnostics.Metrics;
using Ivr.Server.Logins.Hashing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Host;

/// <summary>
/// Blocks a server's hashing threads where they record how long a password waited, just before its hash. This works because the listener of
/// a metric runs on the thread that records the value.
/// </summary>
internal sealed class HeldHashing : IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly MeterListener _listener;
    private readonly PasswordChecker _passwords;
    private readonly string _decoy;
    private readonly int _threads;
    private readonly List<Task> _crowd = [];

    /// <summary>Blocks the threads from now on.</summary>
    public HeldHashing(TestServer server)
    {
        _passwords = server.Services.GetRequiredService<PasswordChecker>();
        _decoy = server.Services.GetRequiredService<PasswordHash>().Decoy;
        _threads = server.Services.GetRequiredService<IOptions<HashingOptions>>().Value.Threads;
        _listener = Figures.Listen<double>(server, "ivr.passwords.wait", _ =>
        {
            _arrived.Release();
            _open.Wait();
        });
    }

    /// <summary>Waits until a thread is blocked.</summary>
    public async Task ArrivedAsync() => Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), "No password came to be hashed.");

    /// <summary>Occupies every thread with passwords of other callers.</summary>
    public async Task TakeThreadsAsync()
    {
        for (var i = 0; i < _threads; i++)
        {
            _crowd.Add(Guess());
            await ArrivedAsync();
        }
    }

    /// <summary>Also fills the queue of waiting passwords, including the places for callers who were sent away before.</summary>
    public async Task TakeAllAsync()
    {
        await TakeThreadsAsync();
        Task<PasswordCheck?> last;
        do
        {
            last = Guess();
            _crowd.Add(last);
        }
        while (!last.IsCompleted);
    }

    /// <summary>Unblocks the threads and waits until the passwords of the other callers are hashed.</summary>
    public async Task LetGoAsync()
    {
        _open.Set();
        await Task.WhenAll(_crowd);
    }

    public void Dispose()
    {
        _open.Set();
        _listener.Dispose();
    }

    private Task<PasswordCheck?> Guess() => _passwords.CheckAsync(_decoy, "0000", sentAway: 60, TimeSpan.FromHours(1), CancellationToken.None);
}
