using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Load;
using Ivr.Caller.Load.Reports;
using Ivr.Caller.Replay;
using Ivr.Caller.Scripts.Running;
using Npgsql;
using Spectre.Console;

namespace Ivr.Caller.Commands.Load;

/// <summary>
/// One load run: reads the script and the data, checks that the server is reachable, makes the calls, checks the recorded rows, and
/// reports.
/// </summary>
internal sealed class LoadSession(LoadSettings settings, Terminal terminal)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(0.5);

    private readonly IAnsiConsole _console = Consoles.Create(terminal, settings.NoColour);

    /// <summary>Runs the load. After a cancellation, it reports what was done until then.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">
    /// The script or the data are invalid, or the server is on another machine. No call was made.
    /// </exception>
    /// <exception cref="UnreachableException">
    /// The server or the database was not reachable before the first call, or the rows could not be read after the last one.
    /// </exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await CheckAddressAsync();
        settings.Usages.Check();
        var script = await LoadScript.ReadAsync(settings.Script, terminal.Directory, cancellationToken);
        var people = script.NeedsPeople ? await ReadPeopleAsync(cancellationToken) : null;
        await Reachability.CheckAsync(settings.Number.VoiceUrl, cancellationToken);
        await using var feed = await OpenFeedAsync(cancellationToken);

        var meter = new LoadMeter();
        using var sockets = Sockets();
        using var phone = new Phone(settings.Number with { Handler = sockets });
        var run = new LoadRun(settings.Plan, script, people, new(phone, settings.Pace), meter, settings.Usages);
        var began = DateTimeOffset.UtcNow;
        var (took, used) = await WatchAsync(run.RunAsync(cancellationToken), meter);
        var result = new LoadResult(settings.Number.VoiceUrl, script.Title, settings.Plan, began, took, used, meter.Read())
        {
            IsInterrupted = cancellationToken.IsCancellationRequested,
        };
        result = await CheckRowsAsync(feed, result);
        return await ReportAsync(result) ? Verdict(result) : ExitCode.LoadFailed;
    }

    private static int Verdict(LoadResult result) => result switch
    {
        { IsInterrupted: true } => ExitCode.LoadFailed,
        // No webhook had a success status: the auth token is wrong, or another program listens at that address.
        { Figures: { Calls: > 0, Confirmed: 0, Unconfirmed: 0 } } when result.Figures.Outcomes.All(outcome => !outcome.Key.StartsWith('2')) => ExitCode.LineFailed,
        { Figures.Failed: > 0 } or { Rows.IsEqual: false } => ExitCode.LoadFailed,
        _ => ExitCode.Done,
    };

    private async Task CheckAddressAsync()
    {
        if (LoopbackOnly.Allows(settings.Number.VoiceUrl))
            return;
        var where = settings.Number.VoiceUrl.GetLeftPart(UriPartial.Authority);
        if (!settings.Anywhere)
            throw new UsageException($"{where} is not this machine. Load on a machine that is not yours to load is an attack; on one that is, say --anywhere.");
        await terminal.Error.WriteLineAsync($"Warning: {where} is not this machine. Whoever else uses it, or the way to it, will notice.");
    }

    private Task<LoadPeople> ReadPeopleAsync(CancellationToken cancellationToken) => settings.Data is { } folder
        ? LoadPeople.ReadAsync(folder)
        : LoadPeople.OfDemonstrationAsync(terminal.Directory, cancellationToken);

    private async Task<PrestationFeed?> OpenFeedAsync(CancellationToken cancellationToken)
    {
        if (settings.Database is null)
            return null;
        var feed = PrestationFeed.Open(settings.Database);
        await Reachability.CheckAsync(feed, cancellationToken);
        return feed;
    }

    private SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = settings.Anywhere ? null : LoopbackOnly.ConnectAsync,
    };

    private async Task<T> WatchAsync<T>(Task<T> run, LoadMeter meter)
    {
        // Without an interactive terminal, each update of the status line would be a new line in a log.
        if (!_console.Profile.Capabilities.Interactive || !_console.Profile.Capabilities.Ansi)
            return await run;
        return await _console.Status().StartAsync("dialling", async status =>
        {
            while (await Task.WhenAny(run, Task.Delay(ProgressEvery)) != run)
            {
                var (begun, over, failed) = meter.Progress;
                status.Status = $"{begun} calls, {begun - over} on the line, {over - failed} done, {failed} failed";
            }

            return await run;
        });
    }

    // This check runs after Ctrl-C too: what was confirmed must be recorded in any case.
    private static async Task<LoadResult> CheckRowsAsync(PrestationFeed? feed, LoadResult result)
    {
        if (feed is null)
            return result;
        try
        {
            return result with { Rows = await RowsCheck.OfAsync(feed, result.Figures.All, CancellationToken.None) };
        }
        catch (NpgsqlException failed)
        {
            throw new UnreachableException($"The rows could not be looked at: {failed.Message}");
        }
    }

    private async Task<bool> ReportAsync(LoadResult result)
    {
        new LoadTable(_console).Show(result);
        return await ReportFile.WriteAsync(settings.Json, path => LoadJson.WriteAsync(path, result), terminal);
    }
}
