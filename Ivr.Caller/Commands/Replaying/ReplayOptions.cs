using System.CommandLine;
using System.CommandLine.Parsing;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Commands.Live;
using Ivr.Caller.Replay.Importing;

namespace Ivr.Caller.Commands.Replaying;

/// <summary>The options of the replay command, and the settings that they give.</summary>
internal sealed class ReplayOptions
{
    private readonly NumberOptions _number = new();
    private readonly LiveCommandOptions _live = new();

    private readonly Option<string?> _filter = new("--filter") { Description = "Play only scripts with this in their path or title." };

    private readonly Option<int> _parallel = Count("--parallel", "How many are played at once.", 8, 256);

    private readonly Option<int> _repeat = Count("--repeat", "Play everything this many times.", 1, 100_000);

    private readonly Option<string?> _database = new("--database")
    {
        Description = "PostgreSQL connection string, to read prestation_feed for what must be on record; other users of this machine "
            + $"can see it. Without it: {FeedDatabase.Variable}, else {FeedDatabase.DefaultFile} for a server on this machine.",
    };

    private readonly Option<string?> _import = new("--import")
    {
        Description = "The server's import command; each run then gets people of its own: \"dotnet run --project Ivr.Server -- import\".",
        CustomParser = ParseImport,
    };

    private readonly Option<string> _people = new("--people")
    {
        Description = "The folder with the standard test data, which --import brings along.", DefaultValueFactory = _ => PeopleFolder.Default,
    };

    private readonly Option<string?> _jUnit = new("--junit") { Description = "Write a JUnit report (XML) to this file." };
    private readonly Option<string?> _json = new("--json") { Description = "Write all results (JSON) to this file." };
    private readonly Option<bool> _isLive = new("--live")
    {
        Description = "Rehearse on the server, then have Twilio place the calls on the real line. That costs money.",
    };

    private readonly Option<bool> _noColour = new("--no-color") { Description = "Plain text." };

    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Scripts, and folders with scripts (*.yaml).", Arity = ArgumentArity.OneOrMore,
    };

    public IEnumerable<Option> All =>
        [.. _number.All, _filter, _parallel, _repeat, _database, _import, _people, _jUnit, _json, _noColour, _isLive, .. _live.All];

    /// <summary>Whether Twilio places the calls on the real line.</summary>
    public bool IsLive(ParseResult parsed) => parsed.GetValue(_isLive);

    /// <summary>Rejects options that have no meaning together.</summary>
    public void CheckTogether(CommandResult command)
    {
        var isLive = command.GetValue(_isLive);
        foreach (var option in isLive ? (Option[])[_parallel, _repeat, _import, _people, _jUnit, _json] : _live.All)
        {
            if (command.GetResult(option) is { Implicit: false })
                command.AddError($"{option.Name} is for {(isLive ? "a replay without" : "a replay with")} --live.");
        }

        if (isLive)
            _live.Check(command);
    }

    /// <exception cref="UsageException">There is no auth token, or a report file cannot be written.</exception>
    public async Task<ReplaySettings> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var isLive = IsLive(parsed);
        var number = await _number.ReadAsync(parsed, terminal, isLive, cancellationToken);
        return new()
        {
            Number = number,
            Paths = parsed.GetRequiredValue(Paths),
            Filter = parsed.GetValue(_filter),
            Parallel = parsed.GetRequiredValue(_parallel),
            Rounds = parsed.GetRequiredValue(_repeat),
            // The file of the development server is for the rehearsal. The server on the real line records in another database.
            Database = await FeedDatabase.FindAsync(parsed.GetValue(_database), isLive ? null : number.VoiceUrl, terminal, cancellationToken),
            Import = parsed.GetValue(_import),
            PeopleFolder = Path.Combine(terminal.Directory, parsed.GetRequiredValue(_people)),
            JUnit = ReportFile.Find(parsed.GetValue(_jUnit), terminal),
            Json = ReportFile.Find(parsed.GetValue(_json), terminal),
            Live = isLive ? _live.Read(parsed, _number.AccountSid(parsed)) : null,
            NoColour = parsed.GetValue(_noColour),
        };
    }

    private static Option<int> Count(string name, string description, int usual, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (int.TryParse(written, out var count) && count >= 1 && count <= most) return count;
            result.AddError($"{name} {written}: write a number from 1 to {most}.");
            return usual;
        },
    };

    private static string? ParseImport(ArgumentResult result)
    {
        var command = result.Tokens[0].Value;
        if (string.IsNullOrWhiteSpace(command)) result.AddError("--import needs a command: \"dotnet run --project Ivr.Server -- import\".");
        return command;
    }
}
