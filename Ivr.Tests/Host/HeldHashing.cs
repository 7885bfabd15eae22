using System.Diagnostics.Metrics;
using Ivr.Server.Logins.Hashing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Host;

/// <summary>
/// Holds a server's hashing threads where they say how long a password waited, just before its hash: whoever listens to a figure
/// listens on the thread that tells it.
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

    /// <summary>Holds the threads from now on.</summary>
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

    /// <summary>Waits until a thread is held.</summary>
    public async Task ArrivedAsync() => Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), "No password came to be hashed.");

    /// <summary>Keeps every thread busy, with passwords of other callers.</summary>
    public async Task TakeThreadsAsync()
    {
        for (var i = 0; i < _threads; i++)
        {
            _crowd.Add(Guess());
            await ArrivedAsync();
        }
    }

    /// <summary>Takes every place where passwords wait too, those for callers who were sent away before included.</summary>
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

    /// <summary>Lets the threads go on, and waits until what the others left is hashed.</summary>
    public async Task LetGoAsync()
    {
        _open.Set();
        await Task.WhenAll(_crowd);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.Set();
        _listener.Dispose();
    }

    private Task<PasswordCheck?> Guess() => _passwords.CheckAsync(_decoy, "0000", sentAway: 60, TimeSpan.FromHours(1), CancellationToken.None);
}
