using System.Globalization;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Development.PastCalls;

/// <summary>Draws the calls of some weeks up to a moment: of all workers, regions, languages and outcomes.</summary>
internal sealed class CallDraw(IReadOnlyList<Worker> workers, IReadOnlyList<Client> clients, Lines lines, DateTimeOffset now)
{
    private const int Days = 28;
    private const int ClientsOfWorker = 5;

    // Calls of the last hour, so that the operator's page shows something from the first look.
    private const int CallsOfLastHour = 14;

    private static readonly CallState[] Whole =
        [CallState.Login, CallState.Password, CallState.UserNumber, CallState.Activity, CallState.Hours, CallState.Summary, CallState.Recorded];

    private readonly Draw _draw = new();
    private readonly HashSet<(long, long, int, DateOnly)> _known = [];
    private readonly Worker[] _active = [.. workers.Where(worker => worker.Active)];

    /// <summary>All calls in the order of their start.</summary>
    public IReadOnlyList<PastCall> Calls() =>
    [
        .. Enumerable.Range(1, Days).Reverse().SelectMany(back => OfDay(BrusselsTime.DateOf(now).AddDays(-back)))
            .Concat(OfToday())
            .OrderBy(call => call.StartedAt).ThenBy(call => call.CallSid, StringComparer.Ordinal),
    ];

    /// <summary>Calls that an outage hit: their entries were left in an emergency.</summary>
    public IReadOnlyList<PastCall> OfOutage(DateTimeOffset start, int minutes) =>
    [
        .. _active.Where(worker => worker.CompanyCode == _active[0].CompanyCode).Take(4)
            .Select((worker, place) => Of(worker, start.AddMinutes((double)minutes * place / 4), [Drawn(worker, start, 1)]) with
            {
                IsLeft = true,
                Steps = [.. Whole[..^1], CallState.LeftInJournal],
            }),
    ];

    private IEnumerable<PastCall> OfDay(DateOnly date)
    {
        if (date.DayOfWeek == DayOfWeek.Sunday)
            yield break;
        foreach (var worker in _active.Where(_ => _draw.Happens(date.DayOfWeek == DayOfWeek.Saturday ? 0.2 : 0.9)))
        {
            for (var call = _draw.Weighted((1, 5), (2, 3)); call > 0; call--)
            {
                var at = BrusselsTime.MidnightOf(date).AddMinutes(_draw.Between(9 * 60, 19 * 60)).AddSeconds(_draw.Between(0, 59));
                yield return Of(worker, at, Entries(worker, at));
            }
        }

        for (var attempt = _draw.Between(1, 4); attempt > 0; attempt--)
            yield return WithoutEntry(BrusselsTime.MidnightOf(date).AddMinutes(_draw.Between(8 * 60, 20 * 60)));
    }

    // Today begins at midnight, whatever the hour is now. The last call ended some minutes ago.
    private IEnumerable<PastCall> OfToday()
    {
        var midnight = BrusselsTime.MidnightBefore(now);
        var latest = now.AddMinutes(-4);
        var earliest = now.AddHours(-9) > midnight ? now.AddHours(-9) : midnight;
        if (latest <= earliest)
            yield break;
        foreach (var worker in _active)
        {
            var at = Moment(earliest, latest);
            yield return Of(worker, at, Entries(worker, at));
        }

        var hour = now.AddHours(-1) > midnight ? now.AddHours(-1) : midnight;
        for (var call = 0; call < CallsOfLastHour; call++)
        {
            var (at, worker) = (Moment(hour, latest), _draw.One(_active));
            yield return call % 4 == 3 ? WithoutEntry(at) : Of(worker, at, [Drawn(worker, at, call)]);
        }
    }

    private DateTimeOffset Moment(DateTimeOffset from, DateTimeOffset to) => from.AddSeconds(_draw.Between(0, (int)(to - from).TotalSeconds));

    private PastCall Of(Worker worker, DateTimeOffset at, List<PastEntry> entries)
    {
        // Some workers call the line of the other region.
        var line = LineOf(_draw.Happens(0.06) ? "other" : entries[0].Client.Region);
        var again = _draw.Happens(0.25) ? [_draw.One(Whole[..^1])] : Array.Empty<CallState>();
        var seconds = _draw.Between(48, 75) + (25 * (entries.Count - 1)) + (9 * again.Length);
        return Bare(at, seconds, line, worker, "given_up") with
        {
            Steps = Whole,
            AskedAgain = again,
            Entries = [.. entries.Select((entry, place) => entry with { RecordedAt = at.AddSeconds(seconds - 8 - (25 * (entries.Count - 1 - place))) })],
        };
    }

    private PastCall WithoutEntry(DateTimeOffset at)
    {
        var (ending, reached, seconds) = _draw.Weighted(
            (("given_up", 1, 12), 3), (("given_up", 3, 34), 4), (("given_up", 5, 58), 3), (("login_failed", 2, 41), 5), (("locked", 2, 24), 2),
            (("unknown_number", 3, 66), 4), (("too_many_tries", 3, 71), 2), (("inactive", 2, 22), 1), (("wrong_number", 0, 5), 1),
            (("failed", 4, 31), 1), (("time_up", 6, 900), 1), (("help_desk", 3, 63), 1), (("busy", 2, 15), 1));
        // Before the login is keyed, nobody knows who calls.
        var worker = reached < 2 ? null : ending == "inactive" ? workers.First(worker => !worker.Active) : _draw.One(_active);
        var line = ending == "wrong_number" ? null : LineOf(_draw.One(clients).Region);
        return Bare(at, seconds + _draw.Between(0, 8), line, worker, ending) with
        {
            Steps = Whole[..reached],
            AskedAgain = ending is "given_up" or "locked" or "inactive" ? [] : Whole[Math.Max(0, reached - 1)..reached],
        };
    }

    private PastCall Bare(DateTimeOffset at, int seconds, Line? line, Worker? worker, string ending)
    {
        // One in ten withholds the number.
        var caller = _draw.Happens(0.1) ? "" : string.Create(CultureInfo.InvariantCulture, $"+3247{_draw.Between(0, 9)}{_draw.Between(0, 999999):000000}");
        var dialled = line is null ? "+3220000000" : _draw.One([.. lines.Numbers.Where(number => number.Value.Name == line.Name).Select(number => number.Key)]);
        return new(_draw.CallSid(), at, seconds, line?.Name ?? "", dialled, caller, worker?.Language ?? "nl", worker, ending);
    }

    private List<PastEntry> Entries(Worker worker, DateTimeOffset at)
    {
        var entries = new List<PastEntry>();
        for (var place = _draw.Weighted((1, 7), (2, 2)); place > 0; place--)
            entries.Add(Drawn(worker, at, place));
        return entries;
    }

    // Each worker has some clients, the same ones every week.
    private PastEntry Drawn(Worker worker, DateTimeOffset at, int offset)
    {
        var date = BrusselsTime.DateOf(at);
        var first = Array.IndexOf([.. workers], worker) * 3;
        // The first client is left for the first call of the user.
        var client = clients[1 + ((first + ((date.DayNumber + offset) % ClientsOfWorker)) % (clients.Count - 1))];
        var activity = _draw.Weighted((1, 70), (2, 10), (3, 14), (4, 6));
        var hours = activity == 4 ? _draw.Between(1, 2) : _draw.Weighted((2, 3), (3, 6), (4, 5), (5, 1));
        return new(client, activity, hours, date, at, !_known.Add((worker.Id, client.Id, activity, date)));
    }

    private Line LineOf(string region) =>
        region == "wallonia" || (region == "other" && _draw.Happens(0.5)) ? lines.All.Last() : lines.All.First();
}
