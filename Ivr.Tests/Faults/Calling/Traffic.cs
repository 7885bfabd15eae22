using Ivr.Caller.Calls;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Faults.Calling;

/// <summary>Makes many calls at once, one after another on each line, until it is stopped.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    /// <summary>The number of simultaneous calls.</summary>
    public const int Lines = 16;

    private const int StepsOfACall = 8;

    private static readonly string[] Clients = [TestData.InFlanders, TestData.InBrussels, TestData.InWallonia];
    private static readonly string[] Numbers = [TestData.FlandersLandline, TestData.FlandersMobile, TestData.Wallonia];
    private static readonly string[] Languages = ["nl", "fr", "de", "en"];

    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly IReadOnlyList<Uri> _servers;
    private readonly OperationHistory _history;
    private readonly CancellationTokenSource _abort = new();
    private int _begun;
    private int _ended;

    /// <summary>The URLs in <paramref name="servers"/> may change while calls run.</summary>
    public Traffic(IReadOnlyList<Uri> servers, OperationHistory history) => (_servers, _history) = (servers, history);

    /// <summary>The workers who call, one for each line, as CSV.</summary>
    public static string Workers { get; } = string.Join('\n',
    [
        "login,password,company_code,name,language,active",
        .. Enumerable.Range(0, Lines).Select(line =>
            $"{Worker(line).Login},{Worker(line).Password},ALFA,Worker {line},{Languages[line % Languages.Length]},true"),
    ]);

    /// <summary>The first 12 digits of each worker's password. They occur nowhere else by chance.</summary>
    public static string PasswordStem => "731040291188";

    /// <summary>The number of calls that have ended.</summary>
    public int Ended => Volatile.Read(ref _ended);

    /// <summary>
    /// Makes calls while <paramref name="doing"/> runs, then waits for the last call. The history records <paramref name="fault"/> with
    /// each call.
    /// </summary>
    /// <returns>The number of calls, and the longest waits of callers.</returns>
    public async Task<(int Calls, Waits Waits)> WhileAsync(string fault, Habit habit, Func<Task> doing)
    {
        var before = Ended;
        await using var metronome = new Metronome();
        using var stop = new CancellationTokenSource();
        var lines = Task.WhenAll(Enumerable.Range(0, Lines).Select(line => CallAgainAndAgainAsync(line, fault, habit, stop.Token)));
        try
        {
            // If a line fails, the task must not wait for calls that never come.
            await await Task.WhenAny(doing(), lines);
        }
        finally
        {
            await stop.CancelAsync();
        }

        var waits = (await lines).Aggregate((one, other) => one.Or(other));
        return (Ended - before, waits with { Lateness = metronome.Lateness });
    }

    /// <summary>Waits until that many more calls have ended.</summary>
    public async Task CallsAsync(int more)
    {
        var wanted = Ended + more;
        await Eventually.TrueAsync(() => Ended >= wanted, $"{more} more calls");
    }

    public async ValueTask DisposeAsync()
    {
        await _abort.CancelAsync();
        _network.Dispose();
        _abort.Dispose();
    }

    private static Worker Worker(int line) => new($"9800000{line:00000}", $"{PasswordStem}{20_975 + line * 10_007:000000}");

    private async Task<Waits> CallAgainAndAgainAsync(int line, string fault, Habit habit, CancellationToken stop)
    {
        var longest = Waits.None;
        while (!stop.IsCancellationRequested)
        {
            longest = longest.Or(await CallAsync(Worker(line), fault, habit, Interlocked.Increment(ref _begun)));
            Interlocked.Increment(ref _ended);
            await Task.Delay(habit.Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return longest;
    }

    private async Task<Waits> CallAsync(Worker worker, string fault, Habit habit, int number)
    {
        using var handler = new AlternatingHandler(_network, _servers, habit.Delivering, first: number);
        using var phone = new Phone(PhoneOptions.For(VoiceServers.PublicUrl, TestServer.AuthToken) with
        {
            FallbackUrl = VoiceServers.Fallback,
            Handler = handler,
            Retries = 0,
        });
        // Goes through all steps of the call. Every ninth caller hangs up immediately after key 1.
        int? hangsUpAt = !habit.HangsUp ? null : number % (StepsOfACall + 1) is StepsOfACall ? -1 : number % (StepsOfACall + 1);
        try
        {
            await using var call = await phone.DialAsync(Numbers[number % Numbers.Length], cancellationToken: _abort.Token);
            await new FaultyCaller(call, fault, Jobs(worker, number), hangsUpAt, _history).CarryOnAsync();
        }
        catch (LineFailedException)
        {
            // No server responded.
        }

        if (habit.Delivering == Delivering.Late)
            await handler.RepeatBackwardsAsync(_abort.Token);
        return handler.Waits;
    }

    // Produces every combination in time. Every third caller has two entries.
    private static IReadOnlyList<Job> Jobs(Worker worker, int number)
    {
        var first = new Job(worker, Clients[number % 3], 1 + number / 3 % 4, 1 + number / 12 % 9);
        return number % 3 == 0 ? [first, first with { Hours = 1 + first.Hours % 9 }] : [first];
    }
}
