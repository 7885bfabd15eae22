using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Load;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Commands.Load;

/// <summary>The options of the load command, and the settings that they give.</summary>
internal sealed class LoadOptions
{
    private const string Fixed = "fixed";
    private const string Poisson = "poisson";

    private readonly NumberOptions _number = new();

    private readonly Option<int?> _atOnce = Count("--at-once", "So many callers at the same time, who call again as soon as they are done; 8 unless --rate.");
    private readonly Option<double?> _rate = Number("--rate", "So many new callers a second, however long others wait; answers are timed from when they were due.");

    private readonly Option<string> _arrivals = new("--arrivals")
    {
        Description = "With --rate: fixed, one after the other at even distances, or poisson, as people come.", DefaultValueFactory = _ => Fixed, CustomParser = ParseArrivals,
    };

    private readonly Option<TimeSpan?> _duration = Time("--duration", "For how long calls begin: 60s, 10min. 30 s unless --calls.");
    private readonly Option<int?> _calls = Count("--calls", "How many calls are made, instead of --duration.");
    private readonly Option<int?> _skip = Count("--skip", "How many turns are left out, so that other people call than in a run before.");
    private readonly Option<TimeSpan?> _warmUp = Time("--warm-up", "For how long calls are made beforehand that are not measured.");
    private readonly Option<TimeSpan?> _ramp = Time("--ramp", "For how long it becomes more and more until it is --rate or --at-once.");

    private readonly Option<Burst?> _burst = new("--burst")
    {
        Description = "With --rate: for a while several times as many, 2x:60s, in the middle of what is measured.", CustomParser = ParseBurst,
    };

    private readonly Option<bool> _realTime = new("--real-time") { Description = "Callers listen and key as long as on a real line, so that many are on the line at once." };

    private readonly Option<double?> _pace = Number("--pace", "Callers listen and key for so much of the time that it takes on a real line: 0.5 for half of it.");

    private readonly Option<string?> _data = new("--data")
    {
        Description = "A folder with workers.csv and clients.csv, as they were imported. Without it: those of a server in development.",
    };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "PostgreSQL connection string, to hold prestation_feed against the confirmed calls afterwards; other users of this machine "
            + $"can see it. Without it: {FeedDatabase.Variable}, else {FeedDatabase.DefaultFile} for a server on this machine.",
    };

    private readonly Option<int?> _server = new("--server-pid") { Description = "The server's process, for its processor time and memory." };
    private readonly Option<int?> _postgres = new("--postgres-pid") { Description = "PostgreSQL's first process, for its processor time and that of all its children." };
    private readonly Option<string?> _json = new("--json") { Description = "Write all figures (JSON) to this file." };
    private readonly Option<bool> _anywhere = new("--anywhere") { Description = "Let the server be on another machine. Only ever on one of your own." };
    private readonly Option<bool> _noColour = new("--no-color") { Description = "Plain text." };

    public Argument<string?> Script { get; } = new("SCRIPT")
    {
        Description = "A call script; <login>, <password> and <user_number> in it are filled in. Without it: the standard call.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public IEnumerable<Option> All =>
    [
        .. _number.All, _atOnce, _rate, _arrivals, _duration, _calls, _skip, _warmUp, _ramp, _burst, _realTime, _pace, _data, _database, _server, _postgres,
        _json, _anywhere, _noColour,
    ];

    /// <summary>Rejects options that have no meaning together.</summary>
    public void CheckTogether(CommandResult command)
    {
        if (IsSaid(_atOnce) && IsSaid(_rate))
            command.AddError("--at-once or --rate, not both.");
        if (IsSaid(_realTime) && IsSaid(_pace))
            command.AddError("--real-time or --pace, not both.");
        if (IsSaid(_duration) && IsSaid(_calls))
            command.AddError("--duration or --calls, not both.");
        if (IsSaid(_burst) && !(IsSaid(_rate) && IsSaid(_duration)))
            command.AddError("--burst is for --rate with --duration.");

        bool IsSaid(Option option) => command.GetResult(option) is { Implicit: false };
    }

    /// <exception cref="UsageException">
    /// There is no auth token, the burst does not fit into the duration, or the file for the figures cannot be written.
    /// </exception>
    public async Task<LoadSettings> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var number = await _number.ReadAsync(parsed, terminal, rehearses: false, cancellationToken);
        return new()
        {
            Number = number,
            Script = parsed.GetValue(Script),
            Data = parsed.GetValue(_data) is { } folder ? Path.Combine(terminal.Directory, folder) : null,
            Plan = Plan(parsed),
            Pace = parsed.GetValue(_realTime) ? 1 : parsed.GetValue(_pace) ?? 0,
            Anywhere = parsed.GetValue(_anywhere),
            Usages = new(parsed.GetValue(_server), parsed.GetValue(_postgres)),
            Database = await FeedDatabase.FindAsync(parsed.GetValue(_database), number.VoiceUrl, terminal, cancellationToken),
            Json = ReportFile.Find(parsed.GetValue(_json), terminal),
            NoColour = parsed.GetValue(_noColour),
        };
    }

    private LoadPlan Plan(ParseResult parsed)
    {
        var ramp = parsed.GetValue(_ramp) ?? TimeSpan.Zero;
        var warmUp = parsed.GetValue(_warmUp) ?? TimeSpan.Zero;
        var calls = parsed.GetValue(_calls);
        var duration = calls is null ? parsed.GetValue(_duration) ?? TimeSpan.FromSeconds(30) : (TimeSpan?)null;
        var rate = parsed.GetValue(_rate);
        var burst = parsed.GetValue(_burst);
        var burstAt = warmUp + (burst is null ? TimeSpan.Zero : (duration!.Value - burst.Lasts) / 2);
        if (burst is not null && (burst.Lasts > duration || burstAt < ramp))
            throw new UsageException("--burst needs a longer --duration: it is in the middle of it, after --ramp.");
        return new()
        {
            Rate = rate is { } perSecond ? new(perSecond, ramp) { Burst = burst, BurstAt = burstAt } : null,
            AtOnce = rate is null ? parsed.GetValue(_atOnce) ?? 8 : null,
            IsPoisson = parsed.GetValue(_arrivals) == Poisson,
            Ramp = ramp,
            WarmUp = warmUp,
            Duration = duration,
            Calls = calls,
            Skipped = parsed.GetValue(_skip) ?? 0,
        };
    }

    private static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (ReadNumber(written) is { } number)
                return number;
            result.AddError($"{name} {written}: write a number above 0.");
            return null;
        },
    };

    private static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
                return count;
            result.AddError($"{name} {written}: write a whole number above 0.");
            return null;
        },
    };

    private static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (Values.TimeOf(written) is { } time)
                return time;
            result.AddError($"{name} {written}: write 60s, 10min or 1h.");
            return null;
        },
    };

    private static string ParseArrivals(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (written is not (Fixed or Poisson))
            result.AddError($"--arrivals {written}: write {Fixed} or {Poisson}.");
        return written;
    }

    private static Burst? ParseBurst(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (written.Split("x:") is [var times, var lasts] && ReadNumber(times) is { } count && Values.TimeOf(lasts) is { Ticks: > 0 } time)
            return new(count, time);
        result.AddError($"--burst {written}: write 2x:60s.");
        return null;
    }

    private static double? ReadNumber(string written) =>
        double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
